#include "client-wasm/words/trouble.h"

namespace roost {

std::string sentence_of(const Words& words, const Error& error) {
    const TroubleWords& trouble = words.trouble;
    switch (error.code) {
        case ErrorCode::kUnavailable:
            return std::string(error.message.empty() ? trouble.unreachable : trouble.server_error);
        case ErrorCode::kTooManyRequests:
            return std::string(trouble.too_many_requests);
        case ErrorCode::kUnauthorized:
            return std::string(words.signing_in.refused);
        case ErrorCode::kNotFound:
            return std::string(trouble.not_found);
        case ErrorCode::kInternal:
            return std::string(trouble.server_error);
        case ErrorCode::kWindowClosed:
            return std::string(words.failures[static_cast<std::size_t>(FailureReason::kWindowClosed)]);
        case ErrorCode::kBlocked:
            return std::string(words.blocking.not_sent);
        default:
            break;
    }
    return error.message.empty() ? std::string(trouble.refused)
                                 : fill(trouble.refused_because, {error.message});
}

}  // namespace roost
