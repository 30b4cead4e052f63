#include <utility>

#include "server/store/sqlite/records.h"
#include "server/store/sqlite/transaction.h"
#include "shared/base/json_writer.h"

namespace roost::sqlite {

namespace {

Result<std::vector<MessageTemplate>> rows_of(Statement& statement) {
    std::vector<MessageTemplate> templates;
    while (true) {
        ASSIGN_OR_RETURN(const bool has_row, statement.step());
        if (!has_row) return templates;
        ASSIGN_OR_RETURN(const Json json, parse_json(statement.text(0)));
        ASSIGN_OR_RETURN(auto pattern, read_message_template(json));
        templates.push_back(std::move(pattern));
    }
}

}  // namespace

Result<std::vector<MessageTemplate>> read_templates(Connection& on, std::string_view waba) {
    auto statement = on.prepare("SELECT body FROM templates WHERE waba = ? ORDER BY name, language, id");
    return rows_of(statement.bind(waba));
}

Result<std::vector<MessageTemplate>> read_templates_named(
    Connection& on, std::string_view waba, std::string_view name
) {
    auto statement =
        on.prepare("SELECT body FROM templates WHERE waba = ? AND name = ? ORDER BY language, id");
    return rows_of(statement.bind(waba).bind(name));
}

Status upsert_template(Connection& on, std::string_view waba, const MessageTemplate& pattern) {
    const auto body = text_written_by([&](JsonWriter& out) { write_message_template(out, pattern); });
    auto statement = on.prepare(
        "INSERT INTO templates (waba, id, name, language, body) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE "
        "SET name = excluded.name, language = excluded.language, body = excluded.body"
    );
    statement.bind(waba).bind(pattern.id).bind(pattern.name).bind(pattern.language);
    return statement.bind(body).run();
}

Status delete_template(Connection& on, std::string_view waba, std::string_view id) {
    auto statement = on.prepare("DELETE FROM templates WHERE waba = ? AND id = ?");
    return statement.bind(waba).bind(id).run();
}

Result<std::optional<TemplateSync>> read_template_sync(Connection& on, std::string_view waba) {
    auto statement =
        on.prepare("SELECT waba, due_at, synced_at, failures, problem FROM template_syncs WHERE waba = ?");
    ASSIGN_OR_RETURN(const bool has_row, statement.bind(waba).step());
    if (!has_row) return std::nullopt;
    return TemplateSync{
        statement.text(0),
        statement.number(1),
        statement.number(2),
        static_cast<int>(statement.number(3)),
        statement.text(4)};
}

Status upsert_template_sync(Connection& on, const TemplateSync& sync) {
    auto statement = on.prepare(
        "INSERT INTO template_syncs (waba, due_at, synced_at, failures, problem) VALUES (?, ?, ?, ?, ?) ON "
        "CONFLICT DO UPDATE SET due_at = excluded.due_at, synced_at = excluded.synced_at, failures = "
        "excluded.failures, problem = excluded.problem"
    );
    statement.bind(sync.waba).bind(sync.due_at).bind(sync.synced_at).bind(std::int64_t{sync.failures});
    return statement.bind(sync.problem).run();
}

Result<std::vector<MessageTemplate>> WriterTransaction::templates(std::string_view waba) {
    return read_templates(on_, waba);
}

Result<std::vector<MessageTemplate>> WriterTransaction::templates_named(
    std::string_view waba, std::string_view name
) {
    return read_templates_named(on_, waba, name);
}

Status WriterTransaction::put_template(std::string_view waba, const MessageTemplate& pattern) {
    return upsert_template(on_, waba, pattern);
}

Status WriterTransaction::remove_template(std::string_view waba, std::string_view id) {
    return delete_template(on_, waba, id);
}

Result<std::optional<TemplateSync>> WriterTransaction::template_sync(std::string_view waba) {
    return read_template_sync(on_, waba);
}

Status WriterTransaction::put_template_sync(const TemplateSync& sync) {
    return upsert_template_sync(on_, sync);
}

}  // namespace roost::sqlite
