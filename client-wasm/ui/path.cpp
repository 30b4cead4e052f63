// Path text to polylines.
#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <utility>

#include "client-wasm/ui/icons.h"

namespace roost::ui {

namespace {

constexpr int kCurveSteps = 8;

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Digits by hand: from_chars for floats is missing in one of our standard libraries.
class Numbers {
  public:
    explicit Numbers(std::string_view text) : text_(text) {}

    void skip_blanks() {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == ','))
            ++at_;
    }
    bool is_at_end() {
        skip_blanks();
        return at_ >= text_.size();
    }
    std::optional<char> letter() {
        if (is_at_end() || !is_letter(text_[at_])) return std::nullopt;
        return text_[at_++];
    }
    // An arc's flags are single digits that may touch the next number.
    float flag() {
        skip_blanks();
        if (at_ == text_.size()) return 0;
        return text_[at_++] == '1' ? 1.0F : 0.0F;
    }
    float number() {
        skip_blanks();
        const bool is_negative = at_ < text_.size() && text_[at_] == '-';
        if (is_negative) ++at_;
        float value = digits(1);
        if (at_ < text_.size() && text_[at_] == '.') {
            ++at_;
            value += digits(0.1F);
        }
        return is_negative ? -value : value;
    }

  private:
    // With a unit of 1 whole digits, with a unit of 0.1 the fraction.
    float digits(float unit) {
        float value = 0;
        for (; at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9'; ++at_) {
            const auto digit = static_cast<float>(text_[at_] - '0');
            value = unit < 1 ? value + digit * unit : value * 10 + digit;
            if (unit < 1) unit /= 10;
        }
        return value;
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

class Flattener {
  public:
    explicit Flattener(std::string_view path) : numbers_(path) {}

    std::vector<Stroke> run() {
        while (!numbers_.is_at_end()) {
            if (const auto next = numbers_.letter()) {
                command_ = *next;
            } else if (command_ == 'Z' || command_ == 'z' || command_ == 0) {
                break;
            }
            if (!step()) break;
        }
        return std::move(strokes_);
    }

  private:
    ImVec2 point() {
        const float x = numbers_.number();
        const float y = numbers_.number();
        return is_relative() ? ImVec2(here_.x + x, here_.y + y) : ImVec2(x, y);
    }
    bool is_relative() const { return command_ >= 'a'; }
    void line_to(ImVec2 to) {
        if (strokes_.empty()) strokes_.push_back({{here_}, false});
        strokes_.back().points.push_back(to);
        here_ = to;
    }
    void move_to(ImVec2 to) {
        strokes_.push_back({{to}, false});
        here_ = to;
        command_ = is_relative() ? 'l' : 'L';  // further pairs are lines
    }
    void close() {
        if (strokes_.empty()) return;
        Stroke& stroke = strokes_.back();
        stroke.is_closed = true;
        here_ = stroke.points.front();
        const ImVec2 last = stroke.points.back();
        const bool returned = std::abs(last.x - here_.x) < 0.01F && std::abs(last.y - here_.y) < 0.01F;
        if (returned && stroke.points.size() > 2) stroke.points.pop_back();
    }
    void curve_to(ImVec2 a, ImVec2 b, ImVec2 to) {
        const ImVec2 from = here_;
        for (int i = 1; i <= kCurveSteps; ++i) {
            const float t = static_cast<float>(i) / kCurveSteps;
            const float u = 1 - t;
            const float w0 = u * u * u, w1 = 3 * u * u * t, w2 = 3 * u * t * t, w3 = t * t * t;
            line_to(
                {w0 * from.x + w1 * a.x + w2 * b.x + w3 * to.x, w0 * from.y + w1 * a.y + w2 * b.y + w3 * to.y}
            );
        }
    }
    void arc_to();
    bool step_straight();
    bool step();

    Numbers numbers_;
    std::vector<Stroke> strokes_;
    ImVec2 here_{0, 0};
    char command_ = 0;
};

// Circles only: our drawings have no ellipses.
void Flattener::arc_to() {
    float radius = numbers_.number();
    numbers_.number();
    numbers_.number();
    const bool is_large = numbers_.flag() > 0;
    const bool is_clockwise = numbers_.flag() > 0;
    const ImVec2 from = here_;
    const ImVec2 to = point();
    const float dx = to.x - from.x, dy = to.y - from.y;
    const float chord = std::sqrt(dx * dx + dy * dy);
    if (chord < 0.0001F) return;
    radius = std::max(radius, chord / 2);
    const float height = std::sqrt(std::max(0.0F, radius * radius - chord * chord / 4));
    const float side = is_large == is_clockwise ? -1.0F : 1.0F;
    const ImVec2 centre(
        (from.x + to.x) / 2 - side * height * dy / chord, (from.y + to.y) / 2 + side * height * dx / chord
    );
    constexpr float kTurn = 2 * std::numbers::pi_v<float>;
    const float start = std::atan2(from.y - centre.y, from.x - centre.x);
    float sweep = std::atan2(to.y - centre.y, to.x - centre.x) - start;
    if (is_clockwise && sweep < 0) sweep += kTurn;
    if (!is_clockwise && sweep > 0) sweep -= kTurn;
    const int steps = std::max(3, static_cast<int>(std::ceil(std::abs(sweep) / kTurn * (8 + 1.5F * radius))));
    for (int i = 1; i <= steps; ++i) {
        const float angle = start + sweep * static_cast<float>(i) / static_cast<float>(steps);
        line_to({centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)});
    }
}

bool Flattener::step_straight() {
    switch (command_) {
        case 'L':
        case 'l':
            line_to(point());
            return true;
        case 'H':
            line_to({numbers_.number(), here_.y});
            return true;
        case 'h':
            line_to({here_.x + numbers_.number(), here_.y});
            return true;
        case 'V':
            line_to({here_.x, numbers_.number()});
            return true;
        case 'v':
            line_to({here_.x, here_.y + numbers_.number()});
            return true;
        default:
            return false;
    }
}

bool Flattener::step() {
    switch (command_) {
        case 'M':
        case 'm':
            move_to(point());
            return true;
        case 'C':
        case 'c': {
            const ImVec2 a = point(), b = point(), to = point();
            curve_to(a, b, to);
            return true;
        }
        case 'A':
        case 'a':
            arc_to();
            return true;
        case 'Z':
        case 'z':
            close();
            return true;
        default:
            return step_straight();
    }
}

}  // namespace

std::vector<Stroke> flatten_path(std::string_view path) {
    return Flattener(path).run();
}

}  // namespace roost::ui
