// Names of hosts, and which of them are known to be some.
#include <algorithm>
#include <array>

#include "shared/text/letters.h"
#include "shared/text/link_parts.h"

namespace roost::text {

namespace {

constexpr std::size_t kLongestLabel = 63;
constexpr std::size_t kLongestHost = 253;

// Each between two spaces.
constexpr std::string_view kCountries =
    " ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by "
    "bz "
    "ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj "
    "fk "
    "fm fo fr ga gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq "
    "ir "
    "is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh "
    "mk "
    "ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk "
    "pl "
    "pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sk sl sm sn so sr ss st su sv sx sy sz "
    "tc "
    "td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm "
    "zw ";
constexpr std::string_view kGeneric =
    " com org net edu gov mil int info biz name pro mobi asia africa app dev page blog shop store online "
    "site "
    "tech cloud live news xyz club link website agency group world life email chat travel hotel bank health ";
constexpr std::string_view kOtherScripts =
    " рф бел укр срб мкд мон қаз ελ ευ հայ გე भारत भारतम् ভারত বাংলা ਭਾਰਤ ભારત இந்தியா இலங்கை சிங்கப்பூர் భారత్ "
    "ಭಾರತ ഭാരതം ලංකා ไทย ລາວ ישראל مصر السعودية امارات الاردن المغرب عمان قطر تونس الجزائر العراق سودان "
    "فلسطين ایران پاکستان بھارت 中国 中國 香港 台湾 台灣 澳門 新加坡 公司 网络 在线 한국 닷컴 みんな コム ";
constexpr std::string_view kFileEndings = " md sh py ps so cc ";

bool has_entry(std::string_view list, std::string_view entry) {
    for (std::size_t at = list.find(entry); at != std::string_view::npos; at = list.find(entry, at + 1)) {
        if (list[at - 1] == ' ' && list[at + entry.size()] == ' ') return true;
    }
    return false;
}

bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

std::string in_lower_case(std::string_view text) {
    std::string lower(text);
    for (char& c : lower)
        if (is_upper(c)) c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

// "com", "COM", but not "Com".
bool has_one_case(std::string_view text) {
    const auto upper = std::count_if(text.begin(), text.end(), is_upper);
    return upper == 0 || static_cast<std::size_t>(upper) == text.size();
}

// A label is of one kind of script; else a sentence without spaces would run into its address.
std::size_t label_end(std::string_view text, std::size_t begin) {
    const bool is_unspaced = is_unspaced_letter(code_point_at(text, begin));
    std::size_t end = begin;
    while (end < text.size()) {
        const char32_t c = code_point_at(text, end);
        if (c != '-' && !(is_unspaced ? is_unspaced_letter(c) : is_word(c))) break;
        end += length_at(text, end);
    }
    while (end > begin && text[end - 1] == '-')
        --end;
    const bool is_label = end > begin && text[begin] != '-' && end - begin <= kLongestLabel;
    return is_label ? end : begin;
}

}  // namespace

std::optional<Host> read_host(std::string_view text, std::size_t begin) {
    Host host;
    for (std::size_t at = begin;;) {
        const std::size_t end = label_end(text, at);
        if (end == at) break;
        host.last = text.substr(at, end - at);
        if (host.labels == 0) host.first = host.last;
        ++host.labels;
        host.end = end;
        if (end - begin > kLongestHost) return std::nullopt;
        if (end >= text.size() || text[end] != '.') break;
        at = end + 1;
    }
    return host.labels >= 2 ? std::optional(host) : std::nullopt;
}

bool is_country_or_generic(std::string_view ending) {
    const std::string lower = in_lower_case(ending);
    return has_entry(kCountries, lower) || has_entry(kGeneric, lower) || has_entry(kOtherScripts, lower);
}

bool has_known_ending(const Host& host) {
    return has_one_case(host.last) && is_country_or_generic(host.last);
}

bool is_file_ending(std::string_view ending) {
    return has_entry(kFileEndings, in_lower_case(ending));
}

}  // namespace roost::text
