// Heights of many rows with their sums: a row's place and the row at a place in O(log n).
#pragma once

#include <cstddef>
#include <vector>

namespace roost {

class Heights {
  public:
    // Replaces everything, O(n).
    void assign(std::vector<float> heights);
    void set(std::size_t index, float height);

    std::size_t size() const { return heights_.size(); }
    float at(std::size_t index) const { return heights_[index]; }
    double total() const { return before(heights_.size()); }
    // The sum of the rows above `index`.
    double before(std::size_t index) const;
    // The row that covers `y`; the first above all, the last below all. Needs at least one row.
    std::size_t row_at(double y) const;

  private:
    std::vector<float> heights_;
    std::vector<double> sums_;  // a Fenwick tree: doubles, since 100,000 floats added lose whole pixels
};

}  // namespace roost
