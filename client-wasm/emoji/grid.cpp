#include "client-wasm/emoji/grid.h"

#include <algorithm>

namespace roost::emoji {

Grid::Grid(std::span<const std::size_t> sections, const GridShape& shape, bool has_headings) : shape_(shape) {
    const auto add = [&](GridRow row) {
        row.y = height_;
        height_ += row.height;
        rows_.push_back(row);
    };
    for (std::size_t section = 0; section < sections.size(); ++section) {
        if (sections[section] == 0) continue;
        if (has_headings) add({section, size_, 0, 0, shape.heading});
        for (std::size_t from = 0; from < sections[section]; from += shape.columns) {
            const std::size_t count = std::min(shape.columns, sections[section] - from);
            add({section, size_ + from, count, 0, shape.cell});
        }
        size_ += sections[section];
    }
}

std::span<const GridRow> Grid::rows_between(float top, float bottom) const {
    const auto from = std::find_if(rows_.begin(), rows_.end(), [&](const GridRow& row) {
        return row.y + row.height > top;
    });
    const auto to = std::find_if(from, rows_.end(), [&](const GridRow& row) { return row.y >= bottom; });
    return std::span(rows_).subspan(
        static_cast<std::size_t>(from - rows_.begin()), static_cast<std::size_t>(to - from)
    );
}

std::optional<std::size_t> Grid::row_index(std::size_t cell) const {
    const auto found = std::find_if(rows_.begin(), rows_.end(), [&](const GridRow& row) {
        return cell >= row.first && cell < row.first + row.count;
    });
    if (found == rows_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - rows_.begin());
}

std::optional<GridRow> Grid::row_of(std::size_t cell) const {
    const auto index = row_index(cell);
    if (!index) return std::nullopt;
    return rows_[*index];
}

std::optional<float> Grid::section_top(std::size_t section) const {
    const auto found =
        std::find_if(rows_.begin(), rows_.end(), [&](const GridRow& row) { return row.section == section; });
    if (found == rows_.end()) return std::nullopt;
    return found->y;
}

std::size_t Grid::section_at(float y) const {
    std::size_t section = 0;
    for (const GridRow& row : rows_) {
        if (row.y > y) break;
        section = row.section;
    }
    return section;
}

std::optional<std::size_t> Grid::neighbour(std::optional<std::size_t> cell, Step step) const {
    if (size_ == 0) return std::nullopt;
    const auto at = cell ? row_index(*cell) : std::nullopt;
    if (!at) return 0;
    if (step == Step::kLeft) return *cell == 0 ? 0 : *cell - 1;
    if (step == Step::kRight) return std::min(*cell + 1, size_ - 1);
    const std::size_t column = *cell - rows_[*at].first;
    const int direction = step == Step::kDown ? 1 : -1;
    for (int i = static_cast<int>(*at) + direction; i >= 0 && i < static_cast<int>(rows_.size());
         i += direction) {
        const GridRow& row = rows_[static_cast<std::size_t>(i)];
        if (row.count > 0) return row.first + std::min(column, row.count - 1);
    }
    return cell;
}

}  // namespace roost::emoji
