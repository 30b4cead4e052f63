#include "client-wasm/words/written_words.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <tuple>
#include <utility>

namespace roost {

namespace {

// An area has no members but texts: it is the same bytes as a list of them.
template <typename Area>
using Texts = std::array<std::string_view, sizeof(Area) / sizeof(std::string_view)>;

// In the order of the file: what Words refers to first, since it must stand before it.
auto areas_of(const Words& words) {
    return std::tie(
        words.sending,
        words.notices,
        words.desk,
        words.settings,
        words.message_menu,
        words.two_factor,
        words.numbers,
        words.profile,
        words.sites,
        words.records,
        words.team,
        words.blocking,
        words.failures,
        words.templates,
        words.signing_in,
        words.rail,
        words.list,
        words.search,
        words.thread,
        words.message,
        words.composer,
        words.palette,
        words.emoji,
        words.attachments,
        words.media,
        words.connection,
        words.account,
        words.help,
        words.dates,
        words.trouble,
        words.arrivals
    );
}

template <typename Area>
void append(std::string& out, const Area& area) {
    for (const std::string_view text : std::bit_cast<Texts<Area>>(area))
        out.append(text).append("\n");
}

template <typename... Areas>
constexpr std::size_t texts_in(const std::tuple<const Areas&...>*) {
    return (std::tuple_size_v<Texts<Areas>> + ...);
}
constexpr std::size_t kTexts = texts_in(static_cast<decltype(areas_of(kEnglish))*>(nullptr));

}  // namespace

std::string write_words(const Words& words) {
    std::string file;
    std::apply([&](const auto&... areas) { (append(file, areas), ...); }, areas_of(words));
    return file;
}

std::unique_ptr<const WrittenWords> WrittenWords::read(const Language& language, std::string file) {
    const auto lines = std::count(file.begin(), file.end(), '\n');
    if (file.empty() || file.back() != '\n' || static_cast<std::size_t>(lines) != kTexts) return nullptr;
    return std::unique_ptr<const WrittenWords>(new WrittenWords(language, std::move(file)));
}

template <typename Area>
Area WrittenWords::next() {
    Texts<Area> texts;
    for (std::string_view& text : texts) {
        const std::size_t end = left_.find('\n');
        text = left_.substr(0, end);
        left_.remove_prefix(end + 1);
    }
    return std::bit_cast<Area>(texts);
}

WrittenWords::WrittenWords(const Language& language, std::string file)
    : file_(std::move(file)),
      left_(file_),
      sending_(next<SendingWords>()),
      notices_(next<NoticeWords>()),
      desk_(next<TemplateDeskWords>()),
      settings_(next<SettingsWords>()),
      message_menu_(next<MessageMenuWords>()),
      two_factor_(next<TwoFactorWords>()),
      numbers_(next<NumberWords>()),
      profile_(next<ProfileWords>()),
      sites_(next<SiteWords>()),
      records_(next<RecordWords>()),
      team_(next<TeamWords>()),
      blocking_(next<BlockingWords>()),
      failures_(next<FailureWords>()),
      templates_(next<TemplateWords>()),
      words_{
          language,
          next<SigningInWords>(),
          next<RailWords>(),
          next<ListWords>(),
          next<SearchWords>(),
          next<ThreadWords>(),
          next<MessageWords>(),
          next<ComposerWords>(),
          next<PaletteWords>(),
          next<EmojiWords>(),
          next<AttachmentWords>(),
          next<MediaWords>(),
          next<ConnectionWords>(),
          next<AccountWords>(),
          next<HelpWords>(),
          next<DateWords>(),
          next<TroubleWords>(),
          next<ArrivalWords>(),
          sending_,
          notices_,
          desk_,
          settings_,
          message_menu_,
          two_factor_,
          numbers_,
          profile_,
          sites_,
          records_,
          team_,
          blocking_,
          failures_,
          templates_} {}

}  // namespace roost
