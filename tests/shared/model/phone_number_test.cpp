#include "shared/model/phone_number.h"

#include <doctest/doctest.h>

using roost::e164_digits;
using roost::wa_id_variants;
using Variants = std::vector<std::string>;

TEST_CASE("phone number: Mexico, Argentina and Brazil are known with and without the mobile digit") {
    CHECK(wa_id_variants("525512345678") == Variants{"525512345678", "5215512345678"});
    CHECK(wa_id_variants("5215512345678") == Variants{"5215512345678", "525512345678"});
    CHECK(wa_id_variants("541123456789") == Variants{"541123456789", "5491123456789"});
    CHECK(wa_id_variants("5511987654321") == Variants{"5511987654321", "551187654321"});
    CHECK(wa_id_variants("551187654321") == Variants{"551187654321", "5511987654321"});
}

TEST_CASE("phone number: what people type is a number with its country's code, or nothing") {
    CHECK(e164_digits("+254 712-345 678") == "254712345678");
    CHECK(e164_digits("00254 (712) 345.678") == "254712345678");
    CHECK(e164_digits("254712345678") == "254712345678");
    CHECK(e164_digits("12345678") == "12345678");
    for (const char* wrong :
         {"",
          "+",
          "0712 345 678",
          "1234567",
          "1234567890123456",
          "254+712345678",
          "Amina",
          "000254712345",
          "+٢٥٤٧١٢٣٤٥٦٧٨"}) {
        CAPTURE(wrong);
        CHECK(e164_digits(wrong).empty());
    }
}

TEST_CASE("phone number: other countries have one spelling") {
    CHECK(wa_id_variants("254712345678") == Variants{"254712345678"});
    CHECK(wa_id_variants("5511") == Variants{"5511"});
    CHECK(wa_id_variants("") == Variants{""});
}
