#include "client-wasm/words/template_languages.h"

#include <array>

#include "client-wasm/words/locale.h"
#include "shared/text/fold.h"
#include "shared/text/search_terms.h"

namespace roost {

namespace {

struct TemplateLanguage {
    std::string_view code;
    std::string_view own_name;
    std::string_view english;
    std::string_view regions = {};  // each beside the language as a whole
    bool is_regional_only = false;  // Meta does not know it without its region
};

constexpr std::array<TemplateLanguage, 69> kTemplateLanguages{{
    {"af", "Afrikaans", "Afrikaans"},
    {"ar", "العربية", "Arabic", "AE EG LB MA QA"},
    {"az", "Azərbaycanca", "Azerbaijani"},
    {"be", "Беларуская", "Belarusian", "BY", true},
    {"bg", "Български", "Bulgarian"},
    {"bn", "বাংলা", "Bengali", "IN"},
    {"ca", "Català", "Catalan"},
    {"cs", "Čeština", "Czech"},
    {"da", "Dansk", "Danish"},
    {"de", "Deutsch", "German", "AT CH"},
    {"el", "Ελληνικά", "Greek"},
    {"en", "English", "English", "AE AU CA GB GH IE IN JM MY NZ QA SG UG US ZA"},
    {"es", "Español", "Spanish", "AR CL CO CR DO EC ES HN MX PA PE UY"},
    {"et", "Eesti", "Estonian"},
    {"fa", "فارسی", "Persian"},
    {"fi", "Suomi", "Finnish"},
    {"fil", "Filipino", "Filipino"},
    {"fr", "Français", "French", "BE CA CH CI MA"},
    {"ga", "Gaeilge", "Irish"},
    {"gu", "ગુજરાતી", "Gujarati"},
    {"ha", "Hausa", "Hausa"},
    {"he", "עברית", "Hebrew"},
    {"hi", "हिन्दी", "Hindi"},
    {"hr", "Hrvatski", "Croatian"},
    {"hu", "Magyar", "Hungarian"},
    {"id", "Bahasa Indonesia", "Indonesian"},
    {"it", "Italiano", "Italian"},
    {"ja", "日本語", "Japanese"},
    {"ka", "ქართული", "Georgian"},
    {"kk", "Қазақша", "Kazakh"},
    {"kn", "ಕನ್ನಡ", "Kannada"},
    {"ko", "한국어", "Korean"},
    {"ky", "Кыргызча", "Kyrgyz", "KG", true},
    {"lo", "ລາວ", "Lao"},
    {"lt", "Lietuvių", "Lithuanian"},
    {"lv", "Latviešu", "Latvian"},
    {"mk", "Македонски", "Macedonian"},
    {"ml", "മലയാളം", "Malayalam"},
    {"mr", "मराठी", "Marathi"},
    {"ms", "Bahasa Melayu", "Malay"},
    {"nb", "Norsk", "Norwegian"},
    {"nl", "Nederlands", "Dutch", "BE"},
    {"pa", "ਪੰਜਾਬੀ", "Punjabi"},
    {"pl", "Polski", "Polish"},
    {"prs", "دری", "Dari", "AF", true},
    {"ps", "پښتو", "Pashto", "AF", true},
    {"pt", "Português", "Portuguese", "BR PT", true},
    {"ro", "Română", "Romanian"},
    {"ru", "Русский", "Russian"},
    {"rw", "Kinyarwanda", "Kinyarwanda", "RW", true},
    {"si", "සිංහල", "Sinhala", "LK", true},
    {"sk", "Slovenčina", "Slovak"},
    {"sl", "Slovenščina", "Slovenian"},
    {"sq", "Shqip", "Albanian"},
    {"sr", "Српски", "Serbian"},
    {"sv", "Svenska", "Swedish"},
    {"sw", "Kiswahili", "Swahili"},
    {"ta", "தமிழ்", "Tamil"},
    {"te", "తెలుగు", "Telugu"},
    {"th", "ไทย", "Thai"},
    {"tr", "Türkçe", "Turkish"},
    {"uk", "Українська", "Ukrainian"},
    {"ur", "اردو", "Urdu"},
    {"uz", "Oʻzbekcha", "Uzbek"},
    {"vi", "Tiếng Việt", "Vietnamese"},
    {"zh_CN", "简体中文", "Chinese simplified"},
    {"zh_HK", "繁體中文 (香港)", "Chinese traditional Hong Kong"},
    {"zh_TW", "繁體中文", "Chinese traditional Taiwan"},
    {"zu", "IsiZulu", "Zulu"},
}};

bool is_found(const TemplateLanguage& one, std::string_view code, const text::SearchTerms& terms) {
    const std::string words = fill("{0} {1} {2}", {code, one.own_name, one.english});
    return text::holds_all(text::fold(words), terms);
}

}  // namespace

std::string_view without_region(std::string_view language) {
    return language.substr(0, language.find_first_of("_-"));
}

std::string language_label(std::string_view language) {
    const std::string_view plain = without_region(language);
    for (const TemplateLanguage& one : kTemplateLanguages) {
        if (one.code == language) return std::string(one.own_name);
        if (one.code == plain) return fill("{0} ({1})", {one.own_name, language.substr(plain.size() + 1)});
    }
    return std::string(language);
}

std::vector<std::string> find_template_languages(std::string_view question) {
    const text::SearchTerms terms = text::search_terms(question);
    std::vector<std::string> found;
    for (const TemplateLanguage& one : kTemplateLanguages) {
        if (!one.is_regional_only && is_found(one, one.code, terms)) found.emplace_back(one.code);
        for (std::string_view left = one.regions; !left.empty();) {
            const std::string code = fill("{0}_{1}", {one.code, left.substr(0, 2)});
            if (is_found(one, code, terms)) found.push_back(code);
            left.remove_prefix(left.size() > 2 ? 3 : 2);
        }
    }
    return found;
}

}  // namespace roost
