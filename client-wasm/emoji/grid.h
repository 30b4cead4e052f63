// Where each emoji of the picker stands: groups under each other, rows of equal cells. Pure; CSS pixels from
// the top of what scrolls.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace roost::emoji {

struct GridShape {
    float cell = 36;
    float heading = 30;
    std::size_t columns = 9;

    bool operator==(const GridShape&) const = default;
};

struct GridRow {
    std::size_t section = 0;
    std::size_t first = 0;  // place of its first cell in the whole grid
    std::size_t count = 0;  // 0: the heading of the section
    float y = 0;
    float height = 0;
};

enum class Step { kLeft, kRight, kUp, kDown };

class Grid {
  public:
    // `sections`: how many cells each has, in order; empty ones take no room. One section alone has no
    // heading if `has_headings` is false.
    Grid(std::span<const std::size_t> sections, const GridShape& shape, bool has_headings);
    Grid() = default;

    float height() const { return height_; }
    std::size_t size() const { return size_; }
    std::span<const GridRow> rows() const { return rows_; }
    // Those that touch [top, bottom).
    std::span<const GridRow> rows_between(float top, float bottom) const;
    // The row that holds the cell; absent past the end.
    std::optional<GridRow> row_of(std::size_t cell) const;
    // Where a section begins; absent if it has no cells.
    std::optional<float> section_top(std::size_t section) const;
    std::size_t section_at(float y) const;
    // From nowhere every step leads to the first cell; at an edge it stays. Absent if there are no cells.
    std::optional<std::size_t> neighbour(std::optional<std::size_t> cell, Step step) const;

  private:
    std::optional<std::size_t> row_index(std::size_t cell) const;

    GridShape shape_;
    std::vector<GridRow> rows_;
    float height_ = 0;
    std::size_t size_ = 0;
};

}  // namespace roost::emoji
