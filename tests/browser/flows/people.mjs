// Customers of the tests.
export const amina = { from: '254712345678', name: 'Amina Yusuf' };
export const kenji = { from: '819012345678', name: '田中健二' };
export const leila = { from: '971501234567', name: 'ليلى حداد' };
