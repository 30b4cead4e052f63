// Search over a real store: what is found, in which order, and that indexing survives being cut off.
#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

#include "server/store/sqlite/migrate.h"
#include "server/store/sqlite/search.h"
#include "server/store/sqlite/search_index.h"
#include "server/store/sqlite/search_indexer.h"
#include "tests/support/use_case.h"

namespace roost {
namespace {

using sqlite::Connection;
using test::InboundText;
using test::kNoon;
using test::UseCase;

SearchQuery question(std::string text, ConversationId conversation = {}) {
    SearchQuery query;
    query.question = std::move(text);
    query.terms = text::search_terms(query.question);
    query.conversation = conversation;
    return query;
}

SearchPage found(const Store& store, const SearchQuery& query) {
    const auto page = store.search(query);
    REQUIRE(page);
    return *page;
}

std::vector<std::string> snippets(const SearchPage& page) {
    std::vector<std::string> texts;
    for (const SearchHit& hit : page.messages)
        texts.push_back(hit.snippet.text);
    return texts;
}

InboundText written(int number, std::string text, std::string from = "254712345678") {
    InboundText inbound;
    inbound.wamid = "wamid.S" + std::to_string(number);
    inbound.text = std::move(text);
    inbound.at = kNoon + number * kSecond;
    inbound.from = std::move(from);
    return inbound;
}

// The same database with an index of its own that the test fills itself.
struct OwnIndex {
    explicit OwnIndex(const UseCase& use) : path(use.dir.file("own-index")) {
        auto opened = Connection::open(use.dir.file("roost.db"), Connection::Mode::kWriter);
        REQUIRE(opened);
        database = std::move(*opened);
        reopen();
    }
    void reopen() {
        index.reset();
        auto opened = sqlite::open_search_index(path);
        REQUIRE(opened);
        index = std::move(*opened);
    }
    bool step(int limit = 500) const {
        const auto has_more = sqlite::index_batch(*database, *index, limit);
        REQUIRE(has_more);
        return *has_more;
    }
    sqlite::IndexPosition position() const {
        const auto read = sqlite::read_index_position(*index);
        REQUIRE(read);
        return *read;
    }
    SearchPage search(const SearchQuery& query) const {
        const auto page = sqlite::search(*database, *index, query);
        REQUIRE(page);
        return *page;
    }
    // What the index itself holds, without the look at the database.
    std::vector<std::int64_t> raw(const std::string& text) const {
        std::vector<std::int64_t> ids;
        const auto whole = sqlite::find_messages(
            *index,
            text::search_terms(text),
            {INT64_MAX},
            [&](sqlite::IndexPlace place) -> Result<bool> {
                ids.push_back(place.message.value);
                return true;
            }
        );
        REQUIRE(whole);
        return ids;
    }
    std::int64_t count(const char* sql) const {
        auto statement = index->prepare(sql);
        REQUIRE(statement.run());
        return statement.number(0);
    }

    std::string path;
    std::unique_ptr<Connection> database;
    std::unique_ptr<Connection> index;
};

TEST_CASE("search: a message is found the moment it is stored, in any script and spelling") {
    UseCase use;
    use.receive(test::text_webhook(std::vector<InboundText>{
        written(1, "Where is the Inverter?"),
        written(2, "नमस्ते, बिल की कॉपी भेज दीजिए"),
        written(3, "أُريد الفَاتورة", "966500000001"),
        written(4, "東京タワーで会いましょう", "81300000001"),
        written(5, "Señor, ¿cuándo llega el inversor?"),
    }));
    const auto one = [&](std::string text) { return snippets(found(*use.store, question(std::move(text)))); };
    CHECK(one("inverter") == std::vector<std::string>{"Where is the Inverter?"});
    CHECK(one("बिल") == std::vector<std::string>{"नमस्ते, बिल की कॉपी भेज दीजिए"});
    CHECK(one("الفاتورة") == std::vector<std::string>{"أُريد الفَاتورة"});
    CHECK(one("東京") == std::vector<std::string>{"東京タワーで会いましょう"});
    CHECK(one("senor cuando") == std::vector<std::string>{"Señor, ¿cuándo llega el inversor?"});
    CHECK(one("¿") == std::vector<std::string>{"Señor, ¿cuándo llega el inversor?"});
    CHECK(one("inver").size() == 2);
    CHECK(one("inverter inversor").empty());
    const auto page = found(*use.store, question("inverter"));
    REQUIRE(page.messages.size() == 1);
    CHECK(page.messages[0].snippet.hits == std::vector<text::TextRange>{{13, 21}});
    CHECK(page.rows.at(page.messages[0].conversation).contact_name == "Amina Yusuf");
}

TEST_CASE("search: people are found by name and by number however it is written") {
    UseCase use;
    InboundText maria = written(1, "Hola", "5215512345678");
    maria.name = "María González";
    use.receive(test::text_webhook(maria));
    use.receive(test::text_webhook(written(2, "Habari")));
    const auto names = [&](std::string text) {
        std::vector<std::string> list;
        for (const auto& row : found(*use.store, question(std::move(text))).conversations)
            list.push_back(row.contact_name);
        return list;
    };
    const std::vector<std::string> only_maria{"María González"};
    CHECK(names("gonzalez maria") == only_maria);
    CHECK(names("+52 1 55 1234-5678") == only_maria);
    CHECK(names("0052155") == only_maria);
    CHECK(names("MA") == std::vector<std::string>{"María González"});
    CHECK(names("a") == std::vector<std::string>{"Amina Yusuf", "María González"});
    CHECK(names("nobody").empty());
    maria.name = "María Pérez";
    maria.wamid = "wamid.S9";
    use.receive(test::text_webhook(maria));
    CHECK(names("gonzalez").empty());
    CHECK(names("perez") == std::vector<std::string>{"María Pérez"});
}

TEST_CASE("search: pages follow each other without gap or double, also in one conversation") {
    UseCase use;
    std::vector<InboundText> texts;
    for (int i = 0; i < 25; ++i)
        texts.push_back(
            written(i, "invoice number " + std::to_string(i), i % 2 == 0 ? "1555000001" : "1555000002")
        );
    // The last to arrive is the oldest in its thread.
    texts.push_back(written(-5, "invoice number late", "1555000001"));
    use.receive(test::text_webhook(texts));
    const OwnIndex own(use);
    while (own.step(10)) {
    }
    const auto all_of = [&](SearchQuery query) {
        std::vector<std::string> all;
        query.limit = 4;
        for (int i = 0; i < 20; ++i) {
            const auto page = own.search(query);
            CHECK(page.messages.size() <= 4);
            for (const SearchHit& hit : page.messages)
                all.push_back(hit.snippet.text.substr(15));
            if (page.next.empty()) break;
            query.before = SearchPlace{page.messages.back().at, page.messages.back().message};
        }
        return all;
    };
    const auto everywhere = all_of(question("invoice"));
    REQUIRE(everywhere.size() == 26);
    CHECK(everywhere[0] == "late");
    CHECK(everywhere[1] == "24");
    CHECK(everywhere[25] == "0");
    const auto row = own.search(question("1555000001")).conversations;
    REQUIRE(row.size() == 1);
    const auto in_one = all_of(question("invoice", row[0].id));
    REQUIRE(in_one.size() == 14);
    CHECK(in_one[0] == "24");
    CHECK(in_one[12] == "0");
    CHECK(in_one[13] == "late");
    CHECK(own.search(question("invoice", row[0].id)).total == 14);
    CHECK(all_of(question("in", row[0].id)).size() == 14);
    CHECK(all_of(question("1")).size() == 12);
}

TEST_CASE("search: the index follows changes of text and leaves ticks alone") {
    UseCase use;
    const auto row = use.customer_writes(written(1, "first wording"));
    const auto sent = use.agent_sends(row.id, "ref-1", "our answer");
    const OwnIndex own(use);
    own.step();
    const auto before = own.position();
    use.work_outbox();
    use.status("wamid.OUT1", "delivered", sent, kNoon + kMinute);
    own.step();
    CHECK(own.position().change == before.change);  // nothing to do for a tick
    REQUIRE(use.store->write([&](Transaction& transaction) -> Status {
        auto message = *transaction.message(sent.id);
        message->content = Text{"another wording", false};
        return transaction.put_message(*message);
    }));
    CHECK(own.search(question("our answer")).messages.empty());  // asked of the database
    own.step();
    CHECK(own.position().change > before.change);
    CHECK(own.raw("our answer").empty());
    CHECK(own.raw("another wording") == std::vector<std::int64_t>{sent.id.value});
    CHECK(own.count("SELECT COUNT(*) FROM texts") == 2);
}

TEST_CASE("search: indexing that is cut off anywhere leaves no gap and nothing twice") {
    UseCase use;
    std::vector<InboundText> texts;
    for (int i = 0; i < 30; ++i)
        texts.push_back(written(i, "word" + std::to_string(i) + " common"));
    use.receive(test::text_webhook(texts));
    OwnIndex own(use);
    while (own.step(7)) {
        own.reopen();
        // As after kill -9 in the middle of a batch: its transaction never ends.
        REQUIRE(own.index->run("BEGIN IMMEDIATE"));
        REQUIRE(own.index->run("INSERT INTO texts VALUES (1000, 1, 1, 'half')"));
        REQUIRE(own.index->run("UPDATE position SET message = 1000"));
        own.reopen();
        CHECK(own.search(question("common")).messages.size() == 30);
    }
    CHECK(own.count("SELECT COUNT(*) FROM texts") == 30);
    CHECK(own.raw("common").size() == 30);
    CHECK(own.raw("half").empty());
    REQUIRE(own.index->run("INSERT INTO text_trigrams (text_trigrams) VALUES ('integrity-check')"));
}

TEST_CASE("search: an index of another database, or a damaged one, begins anew") {
    UseCase use;
    use.customer_writes(written(1, "still here"));
    OwnIndex own(use);
    own.step();
    REQUIRE(own.index->run("UPDATE position SET message = 999"));
    REQUIRE(sqlite::prepare_index(*own.database, *own.index));
    CHECK(own.position() == sqlite::IndexPosition{});
    CHECK(own.raw("still").empty());
    own.step();
    CHECK(own.raw("still").size() == 1);
    own.index.reset();
    std::ofstream(own.path, std::ios::trunc)
        << "this is no database, and long enough to be read as one" << std::string(4096, 'x');
    own.reopen();
    own.step();
    CHECK(own.raw("still").size() == 1);
}

TEST_CASE("search: an existing database is indexed in the background at start") {
    UseCase use;
    use.customer_writes(written(1, "from before the index"));
    use.store.reset();
    for (const char* ending : {"", "-wal", "-shm"})
        std::filesystem::remove(use.dir.file(std::string("roost.db-search") + ending));
    use.reopen();
    CHECK(found(*use.store, question("before the index")).messages.size() == 1);
    const auto index = sqlite::open_search_index(use.dir.file("roost.db-search"));
    REQUIRE(index);
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    bool is_indexed = false;
    while (!is_indexed && std::chrono::steady_clock::now() < deadline) {
        is_indexed = sqlite::read_index_position(**index)->message.value == 1;
        std::this_thread::yield();
    }
    CHECK(is_indexed);
}

TEST_CASE("search: hostile questions find nothing and harm nothing") {
    UseCase use;
    use.customer_writes(written(1, R"(a "quoted" OR NEAR(word) * ^col: -x)"));
    const OwnIndex own(use);
    own.step();
    CHECK(own.search(question(R"("quoted")")).messages.size() == 1);
    CHECK(own.search(question("NEAR(word)")).messages.size() == 1);
    CHECK(own.search(question(R"(""" AND text_trigrams MATCH)")).messages.empty());
    CHECK(own.search(question("' OR 1=1 --")).messages.empty());
    CHECK(own.search(question(std::string("quo\0ted", 7))).messages.size() == 1);  // a NUL is no letter
    CHECK(own.search(question(std::string(10'000, '"'))).messages.empty());
    CHECK(own.search(question("")).messages.empty());
    CHECK(own.search(question(" \xE2\x80\x8B ")).conversations.empty());
    CHECK(own.search(question("%")).messages.empty());
}

}  // namespace
}  // namespace roost
