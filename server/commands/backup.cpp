// `roost backup`, `roost restore` and `roost verify`.
#include "server/backup/backup.h"

#include <iostream>

#include "server/commands/commands.h"
#include "server/commands/flags.h"
#include "server/config.h"
#include "server/data_folder.h"

namespace roost {

namespace {

std::string counted(const BackupFacts& facts) {
    return std::to_string(facts.messages) + " messages and " + std::to_string(facts.files) + " files";
}

// What is lost is said, and nothing else is lost by it.
void say_missing(const BackupFacts& facts, const char* what) {
    for (const auto& id : facts.missing)
        std::cerr << "The file " << id << " " << what << ".\n";
}

Result<BackupFacts> back_up(const Flags& flags) {
    const auto to = flags.text("to", "");
    if (to.empty()) return fail(ErrorCode::kInvalid, "Say where to: --to roost.backup");
    const auto media = flags.has("without-media") ? BackupMedia::kWithout : BackupMedia::kWith;
    return write_backup(flags.text("data", Config().data_folder), to, media);
}

Result<BackupFacts> restore(const Flags& flags) {
    const auto from = flags.text("from", "");
    const auto data = flags.text("data", "");
    if (from.empty() || data.empty()) {
        return fail(
            ErrorCode::kInvalid, "Say from which file and into which folder: --from roost.backup --data data"
        );
    }
    RETURN_IF_ERROR(make_data_folder(data));
    return restore_backup(from, data);
}

}  // namespace

int backup_command(const Arguments& arguments) {
    const auto flags = Flags::parse(arguments, {"to", "data"}, {"without-media"});
    if (!flags) return report_failure(flags.error());
    const auto done = back_up(*flags);
    if (!done) return report_failure(done.error());
    say_missing(*done, "is missing or damaged: it is not in the backup");
    std::cout << "Backed up " << counted(*done)
              << ". Keep the keys and tokens of the data folder elsewhere: they are "
              << "not in it.\n";
    return 0;
}

int restore_command(const Arguments& arguments) {
    const auto flags = Flags::parse(arguments, {"from", "data"}, {});
    if (!flags) return report_failure(flags.error());
    const auto done = restore(*flags);
    if (!done) return report_failure(done.error());
    say_missing(*done, "was missing already when the backup was made");
    std::cout << "Restored " << counted(*done) << ", each as it was.\n";
    return 0;
}

int verify_command(const Arguments& arguments) {
    const auto flags = Flags::parse(arguments, {"data"}, {});
    if (!flags) return report_failure(flags.error());
    const auto found = verify_data(flags->text("data", Config().data_folder));
    if (!found) return report_failure(found.error());
    for (const auto& sentence : found->wrong)
        std::cout << sentence << "\n";
    if (!found->wrong.empty()) return 1;
    if (found->unnamed > 0)
        std::cout << "No message names " << found->unnamed << " of the files; they are of no harm.\n";
    std::cout << "All is well: " << found->messages << " messages and " << found->files
              << " files were read.\n";
    return 0;
}

}  // namespace roost
