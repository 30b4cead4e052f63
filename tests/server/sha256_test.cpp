#include "server/sha256.h"

#include <doctest/doctest.h>

namespace roost {

TEST_CASE("sha256: the standard's own examples, however they are cut") {
    Sha256 empty;
    CHECK(empty.finish() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    Sha256 pieces;
    for (const std::string_view piece : {"a", "", "bc"})
        pieces.add(piece);
    CHECK(pieces.finish() == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace roost
