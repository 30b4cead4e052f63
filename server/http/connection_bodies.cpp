// Bodies that are too large for memory: uploads on their way in, files on their way out.
#include <sys/sendfile.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "server/http/connection.h"

namespace roost {

Connections::Next Connections::begin_upload(Connection& connection, const RequestFrame& frame) {
    connection.upload_head = connection.in.substr(0, frame.head_bytes);
    if (frame.expect_offset != 0) connection.upload_head[frame.expect_offset] = 'X';
    const auto rest = connection.in.substr(frame.head_bytes);
    connection.in = {};
    connection.upload_left = frame.body_bytes;
    const auto out_before = connection.out.size();
    Exchange exchange{
        .stage = Stage::kBegins,
        .head = connection.upload_head,
        .body = {},
        .remote_addr = connection.remote_addr,
        .remote_port = connection.remote_port,
        .out = connection.out,
        .take_over = nullptr,
    };
    responder_(exchange);
    if (!exchange.upload) {
        connection.must_close = true;  // the body is on its way and nobody wants it
        return flush(connection);
    }
    connection.out.resize(out_before);
    connection.upload = std::move(exchange.upload);
    if (frame.expect_offset != 0) connection.out += "HTTP/1.1 100 Continue\r\n\r\n";
    const auto next = take_upload(connection, rest);
    return next == Next::kWaitForInput ? flush(connection) : next;
}

Connections::Next Connections::take_upload(Connection& connection, std::string_view bytes) {
    const auto own = bytes.substr(0, connection.upload_left);
    connection.upload_left -= own.size();
    const bool is_wanted = own.empty() || connection.upload->take(own);
    const auto now = steady_now();
    if (is_wanted && connection.upload_left > 0) {
        connection.deadline = std::min(now + limits_.body, connection.request_began + limits_.upload);
        return Next::kWaitForInput;
    }
    connection.in = bytes.substr(own.size());
    connection.must_close = !is_wanted;
    return end_upload(connection);
}

Connections::Next Connections::end_upload(Connection& connection) {
    connection.deadline = kNever;
    Exchange exchange{
        .stage = Stage::kEnds,
        .head = connection.upload_head,
        .body = {},
        .remote_addr = connection.remote_addr,
        .remote_port = connection.remote_port,
        .out = connection.out,
        .upload = std::move(connection.upload),
        .take_over = nullptr,
    };
    responder_(exchange);
    exchange.upload.reset();  // nothing of it is left once the client has its answer
    connection.upload_head = {};
    connection.must_close = connection.must_close || exchange.must_close || is_stopping_;
    connection.request_began = steady_now();
    return flush(connection);
}

// Through memory piece by piece, since what is sent is not what lies on the disk. What the socket did not
// take is read again.
Connections::Next Connections::send_file_encrypted(Connection& connection, FileBody& body) {
    thread_local std::array<char, kTlsRecordBytes> piece;
    while (body.length > 0) {
        const auto size = std::min(static_cast<std::size_t>(body.length), piece.size());
        const auto count = ::pread(body.file->fd(), piece.data(), size, body.offset);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return Next::kClose;
        const std::string_view bytes(piece.data(), static_cast<std::size_t>(count));
        const auto moved = send_some(connection.fd, connection.tls.get(), bytes);
        if (moved.state != Moved::State::kMoved) {
            connection.deadline = steady_now() + limits_.write;
            return next_after(moved.state);
        }
        body.offset += static_cast<std::int64_t>(moved.bytes);
        body.length -= static_cast<std::int64_t>(moved.bytes);
    }
    connection.file.reset();
    return Next::kWaitForInput;
}

// From the disk to the socket inside the kernel.
Connections::Next Connections::send_file(Connection& connection) {
    constexpr std::int64_t kPiece = std::int64_t{1024} * 1024;
    if (!connection.file) return Next::kWaitForInput;
    if (connection.tls) return send_file_encrypted(connection, *connection.file);
    auto& body = *connection.file;
    while (body.length > 0) {
        off_t offset = body.offset;
        const auto size = static_cast<std::size_t>(std::min(body.length, kPiece));
        const auto count = ::sendfile(connection.fd, body.file->fd(), &offset, size);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0 && errno == EAGAIN) {
            connection.deadline = steady_now() + limits_.write;
            return Next::kWaitForOutput;
        }
        if (count <= 0) return Next::kClose;  // the file is shorter than it was: no reply can say so any more
        body.offset += count;
        body.length -= count;
    }
    connection.file.reset();
    return Next::kWaitForInput;
}

}  // namespace roost
