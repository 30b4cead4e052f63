// How a function that can fail says so. Roost never throws: a failure is a value that the caller must look
// at.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include <tl/expected.hpp>

namespace roost {

enum class ErrorCode {
    kInvalid,       // the input is wrong; the message names the field or setting
    kUnauthorized,  // no identity, or one that is not good any more
    kForbidden,     // a good identity that may not do this
    kNotFound,
    kConflict,         // true now, may be false later: the state forbids it
    kWindowClosed,     // Meta's 24-hour window: only a template may go
    kBlocked,          // we blocked this person: nothing goes to them
    kTooLarge,         // over a stated bound
    kTooManyRequests,  // right in itself, but too often or too many at once
    kUnavailable,      // try again later
    kInternal,         // ours to mend
};

// The same again may succeed, without anybody doing anything about it.
constexpr bool may_pass(ErrorCode code) {
    return code == ErrorCode::kUnavailable || code == ErrorCode::kTooManyRequests;
}

// The message is a sentence for a person and carries neither secrets nor message text.
struct Error {
    ErrorCode code = ErrorCode::kInternal;
    std::string message;

    bool operator==(const Error&) const = default;
};

template <class T>
using Result = tl::expected<T, Error>;

using Status = Result<void>;

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, std::string message) {
    return tl::unexpected<Error>(Error{code, std::move(message)});
}

// "invalid", "not_found", …: the stable word for logs and for the `code` of a problem document.
std::string_view error_code_name(ErrorCode code);

}  // namespace roost

#define ROOST_CONCAT_INNER(a, b) a##b
#define ROOST_CONCAT(a, b) ROOST_CONCAT_INNER(a, b)

// ASSIGN_OR_RETURN(auto x, expression): x is the value, or the enclosing function returns the error.
#define ASSIGN_OR_RETURN(declaration, ...) \
    ASSIGN_OR_RETURN_INNER(ROOST_CONCAT(roost_result_, __LINE__), declaration, __VA_ARGS__)
#define ASSIGN_OR_RETURN_INNER(temporary, declaration, ...)                  \
    auto temporary = (__VA_ARGS__);                                          \
    if (!temporary) {                                                        \
        return tl::unexpected<::roost::Error>(std::move(temporary.error())); \
    }                                                                        \
    declaration = std::move(*temporary)

#define RETURN_IF_ERROR(...)                                                        \
    do {                                                                            \
        auto roost_status = (__VA_ARGS__);                                          \
        if (!roost_status) {                                                        \
            return tl::unexpected<::roost::Error>(std::move(roost_status.error())); \
        }                                                                           \
    } while (false)
