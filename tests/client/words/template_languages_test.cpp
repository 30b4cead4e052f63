// Every language that Meta takes a template in is found, by whatever name it goes.
#include "client-wasm/words/template_languages.h"

#include <doctest/doctest.h>

namespace roost {
namespace {

using Codes = std::vector<std::string>;

TEST_CASE("template languages: found by code, own name and English name") {
    CHECK(find_template_languages("german") == Codes{"de", "de_AT", "de_CH"});
    CHECK(find_template_languages("deutsch") == Codes{"de", "de_AT", "de_CH"});
    CHECK(find_template_languages("francais") == Codes{"fr", "fr_BE", "fr_CA", "fr_CH", "fr_CI", "fr_MA"});
    CHECK(find_template_languages("en_GB") == Codes{"en_GB"});
    CHECK(find_template_languages("portug") == Codes{"pt_BR", "pt_PT"});
    CHECK(find_template_languages("日本語") == Codes{"ja"});
    CHECK(find_template_languages("dari") == Codes{"prs_AF"});
    CHECK(find_template_languages("klingon").empty());
    CHECK(find_template_languages("").empty());
}

TEST_CASE("template languages: a name for each, the code where there is none") {
    CHECK(language_label("en_US") == "English (US)");
    CHECK(language_label("pt") == "Português");
    CHECK(language_label("fil") == "Filipino");
    CHECK(language_label("zh_CN") == "简体中文");
    CHECK(language_label("xx_YY") == "xx_YY");
}

}  // namespace
}  // namespace roost
