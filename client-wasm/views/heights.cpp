#include "client-wasm/views/heights.h"

#include <bit>
#include <utility>

namespace roost {

namespace {

std::size_t lowest_bit(std::size_t n) {
    return n & (~n + 1);
}

}  // namespace

void Heights::assign(std::vector<float> heights) {
    heights_ = std::move(heights);
    sums_.assign(heights_.size() + 1, 0);
    for (std::size_t i = 1; i < sums_.size(); ++i) {
        sums_[i] += static_cast<double>(heights_[i - 1]);
        const std::size_t next = i + lowest_bit(i);
        if (next < sums_.size()) sums_[next] += sums_[i];
    }
}

void Heights::set(std::size_t index, float height) {
    const double change = static_cast<double>(height) - static_cast<double>(heights_[index]);
    heights_[index] = height;
    for (std::size_t i = index + 1; i < sums_.size(); i += lowest_bit(i))
        sums_[i] += change;
}

double Heights::before(std::size_t index) const {
    double sum = 0;
    for (std::size_t i = index; i > 0; i -= lowest_bit(i))
        sum += sums_[i];
    return sum;
}

std::size_t Heights::row_at(double y) const {
    std::size_t position = 0;
    double left = y;
    for (std::size_t step = std::bit_floor(heights_.size()); step > 0; step /= 2) {
        const std::size_t next = position + step;
        if (next < sums_.size() && sums_[next] <= left) {
            position = next;
            left -= sums_[next];
        }
    }
    return position < heights_.size() ? position : heights_.size() - 1;
}

}  // namespace roost
