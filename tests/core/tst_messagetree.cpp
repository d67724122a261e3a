#include "core/ladder/groups/messagetree.h"
#include "tests/support/growinglog.h"

#include <QRandomGenerator>
#include <QTest>

using namespace gb;
using gb::test::Traffic;
using Type = TreeNode::Type;
using namespace std::chrono_literals;

namespace {

/// Checks that what is told is what happens.
struct Listener : MessageTree::Watcher
{
    int told = 0, open = 0;
    quint32 rows = 0;
    void adding(TreeNode *, quint32, quint32 count) override
    {
        QCOMPARE(open++, 0);
        QVERIFY(count > 0);
        rows += count;
        ++told;
    }
    void added() override { QCOMPARE(open--, 1); }
};

struct Record : test::GrowingLog
{
    FlowRows rows{log};
    Listener listener;
    MessageTree tree{rows, groups, listener};

    QString text() { return text(tree.top()); }
    /// "D2(G4 ...)": type, messages that are shown, and what is open.
    QString text(const MessageTree::Nodes &nodes)
    {
        QStringList parts;
        for (const auto &node : nodes) {
            static constexpr QLatin1StringView letters("DGCTM+");
            QString part = letters.at(static_cast<int>(node->type)) + QString::number(tree.sums(*node).count);
            if (node->shown() > 0)
                part += u'(' + text(node->children) + u')';
            parts << part;
        }
        return parts.join(u' ');
    }
};

void openAll(MessageTree &tree, const MessageTree::Nodes &nodes)
{
    for (const auto &node : nodes) {
        tree.open(*node);
        openAll(tree, node->children);
    }
}

} // namespace

/// The tree of the messages that are shown.
class tst_MessageTree : public QObject
{
    Q_OBJECT
private slots:
    void byDevice();
    void flat();
    void whatComesIsAdded();
    void aFilterCounts();
    void findingAMessage();
    void stepByStepIsAtOnce_data();
    void stepByStepIsAtOnce();
    void sumsOfNodes();
    void bounded();
    void leftOutTransactions();
};

void tst_MessageTree::byDevice()
{
    Record record;
    record.traffic.login(1);
    record.traffic.beats(1, 2);
    record.traffic.login(2);
    record.take();
    record.tree.fill(Grouping::Device);
    QCOMPARE(record.text(), QStringLiteral("D8 D4"));
    TreeNode &device = *record.tree.top().front();
    QVERIFY(record.tree.mayOpen(device) && !device.filled);
    record.tree.open(device);
    QCOMPARE(record.text(), QStringLiteral("D8(G4 G4) D4"));
    record.tree.open(*device.children.back());
    QCOMPARE(record.text(), QStringLiteral("D8(G4 G4(T2(M1 M1) T2(M1 M1))) D4"));
    QCOMPARE(record.listener.told, 2);
    record.tree.open(device); // again
    QCOMPARE(record.listener.told, 2);
}

void tst_MessageTree::flat()
{
    Record record;
    record.traffic.login(1);
    record.traffic.beats(1, 3);
    record.take();
    record.tree.fill(Grouping::Operation);
    QCOMPARE(record.text(), QStringLiteral("G4 G6"));
    record.tree.fill(Grouping::Dialog); // each heartbeat has its own
    QCOMPARE(record.text(), QStringLiteral("C4 C2 C2 C2"));
    openAll(record.tree, record.tree.top());
    QCOMPARE(record.text(), QStringLiteral("C4(T2(M1 M1) T2(M1 M1)) C2(T2(M1 M1)) C2(T2(M1 M1)) C2(T2(M1 M1))"));
    record.tree.fill(Grouping::Message);
    QCOMPARE(record.text(), QStringLiteral("M1 M1 M1 M1 M1 M1 M1 M1 M1 M1"));
    QVERIFY(!record.tree.mayOpen(*record.tree.top().front()));
}

/// Into what is open; of what is closed only the counts are others.
void tst_MessageTree::whatComesIsAdded()
{
    Record record;
    record.traffic.login(1);
    record.take();
    record.tree.fill(Grouping::Device);
    record.tree.open(*record.tree.top().front());
    record.listener.told = 0;
    record.traffic.beats(1, 1);
    record.traffic.login(2);
    record.take();
    QVERIFY(record.tree.grow());
    QCOMPARE(record.text(), QStringLiteral("D6(G4 G2) D4"));
    QCOMPARE(record.listener.told, 2);
    record.tree.open(*record.tree.top().front()->children.back());
    record.listener.told = 0;
    record.traffic.beat(1);
    record.take();
    QVERIFY(record.tree.grow());
    QCOMPARE(record.text(), QStringLiteral("D7(G4 G3(T2(M1 M1) T1)) D4"));
    record.traffic.answer(1, 200); // it has rows of its own from now on
    record.take();
    QVERIFY(record.tree.grow());
    QCOMPARE(record.text(), QStringLiteral("D8(G4 G4(T2(M1 M1) T2(M1 M1))) D4"));
    record.traffic.beats(2, 1);
    record.take();
    record.listener.told = 0;
    QVERIFY(record.tree.grow());
    QCOMPARE(record.listener.told, 0); // closed
    QCOMPARE(record.text(), QStringLiteral("D8(G4 G4(T2(M1 M1) T2(M1 M1))) D6"));
}

/// Its state is that of all its messages, whatever is hidden of it.
void tst_MessageTree::aFilterCounts()
{
    Record record;
    record.traffic.login(1);
    record.traffic.enroll(2, false);
    record.traffic.answer(2, 403);
    record.take();
    FlowFilter filter;
    filter.text = QStringLiteral("method:REGISTER kind:request");
    record.rows.setFilter(filter);
    record.tree.fill(Grouping::Device);
    openAll(record.tree, record.tree.top());
    QCOMPARE(record.text(), QStringLiteral("D2(G2(T1 T1)) D1(G1(T1))"));
    const TreeNode &refused = *record.tree.top().back();
    QCOMPARE(record.tree.outcome(refused).state, MessageGroup::State::Failed);
    QCOMPARE(record.tree.outcome(*refused.children.front()).status, 403);
    QCOMPARE(record.tree.leadsTo(*refused.children.front()), 5U); // the refusal itself is hidden
    filter.text = QStringLiteral("status:403");                   // the request is hidden
    record.rows.setFilter(filter);
    record.tree.fill(Grouping::Device);
    openAll(record.tree, record.tree.top());
    QCOMPARE(record.text(), QStringLiteral("D1(G1(T1))"));
    const TreeNode &transaction = *record.tree.top().front()->children.front()->children.front();
    QCOMPARE(transaction.id, 5U);
    QCOMPARE(record.tree.leadsTo(transaction), 6U);
}

void tst_MessageTree::findingAMessage()
{
    Record record;
    record.traffic.login(1);
    record.traffic.beats(2, 2);
    record.take();
    record.tree.fill(Grouping::Device);
    QCOMPARE(record.tree.find(7, false), record.tree.top().back().get());
    TreeNode *const node = record.tree.find(7, true);
    QVERIFY(node);
    QCOMPARE(node->type, Type::Message);
    QCOMPARE(node->id, 7U);
    QCOMPARE(node->parent->id, 7U);
    QCOMPARE(record.text(), QStringLiteral("D4 D4(G4(T2(M1 M1) T2(M1 M1)))"));
    QVERIFY(!record.tree.find(99, true));
    QCOMPARE(record.tree.nodeOf(Type::Device, 2, true), record.tree.top().front().get());
    FlowFilter filter;
    filter.text = QStringLiteral("method:REGISTER");
    record.rows.setFilter(filter);
    record.tree.fill(Grouping::Operation);
    QVERIFY(!record.tree.find(7, true)); // hidden
    QVERIFY(record.tree.find(3, true));
    record.tree.fill(Grouping::Message);
    QCOMPARE(record.tree.find(3, false)->id, 3U);
}

void tst_MessageTree::stepByStepIsAtOnce_data()
{
    QTest::addColumn<int>("grouping");
    QTest::addColumn<QString>("filter");
    for (int grouping = 0; grouping < 4; ++grouping) {
        QTest::addRow("%d, all", grouping) << grouping << QString();
        QTest::addRow("%d, answers", grouping) << grouping << QStringLiteral("kind:response");
    }
}

/// Whatever the portions, and whatever was open meanwhile, the tree is the one that is made at once.
void tst_MessageTree::stepByStepIsAtOnce()
{
    QFETCH(int, grouping);
    QFETCH(QString, filter);
    for (quint32 seed = 1; seed <= 20; ++seed) {
        QRandomGenerator random(seed);
        Record record;
        FlowFilter wanted;
        wanted.text = filter;
        record.rows.setFilter(wanted);
        record.tree.fill(static_cast<Grouping>(grouping));
        for (int step = 0; step < 40; ++step) {
            const int device = 1 + random.bounded(4);
            switch (random.bounded(5)) {
            case 0: record.traffic.login(device); break;
            case 1: record.traffic.beats(device, 1 + random.bounded(3)); break;
            case 2: record.traffic.beat(device); break;
            case 3:
                record.traffic.beat(device);
                record.traffic.repeatLast();
                break;
            default: record.traffic.enroll(device, true, QStringLiteral("c%1").arg(random.bounded(3))); break;
            }
            if (random.bounded(2) == 0)
                continue;
            record.take();
            QVERIFY(record.tree.grow());
            if (random.bounded(3) == 0)
                openAll(record.tree, record.tree.top());
        }
        record.take();
        QVERIFY(record.tree.grow());
        openAll(record.tree, record.tree.top());
        const QString stepwise = record.text();
        record.tree.fill(static_cast<Grouping>(grouping));
        openAll(record.tree, record.tree.top());
        QCOMPARE(stepwise, record.text());
    }
}

void tst_MessageTree::sumsOfNodes()
{
    Record record;
    record.traffic.beat(1);
    record.traffic.wait(500ms);
    record.traffic.repeatLast();
    record.traffic.wait(300ms);
    record.traffic.answer(1, 200);
    record.take();
    record.tree.fill(Grouping::Device);
    TreeNode *const message = record.tree.find(3, true);
    QVERIFY(message && message->parent);
    const TreeNode &transaction = *message->parent;
    QCOMPARE(record.tree.sums(transaction).count, 3U);
    QCOMPARE(record.tree.sums(transaction).repeats, 1U);
    QCOMPARE(record.tree.duration(transaction), std::optional<Duration>(800ms));
    QCOMPARE(record.tree.duration(*message), std::optional<Duration>(800ms));
    QCOMPARE(record.tree.sums(*record.tree.top().front()).repeats, 1U);
    QCOMPARE(record.tree.count(*record.tree.top().front(), MessageGroup::State::Ok), 1U);
}

/// More at the top than anybody reads: the last ones, and how many are left out.
void tst_MessageTree::bounded()
{
    Record record;
    constexpr int many = static_cast<int>(MessageTree::maxTopGrown) + 10;
    record.log.append(record.traffic.take());
    record.tree.fill(Grouping::Message);
    for (int i = 0; i < many; ++i) {
        record.traffic.enroll(1, false, QStringLiteral("c%1").arg(i));
        if (i % 1000 == 0)
            record.log.append(record.traffic.take());
    }
    record.log.append(record.traffic.take());
    QVERIFY(record.tree.grow());
    QCOMPARE(record.tree.top().size(), static_cast<std::size_t>(many));
    record.traffic.enroll(1, false);
    record.log.append(record.traffic.take());
    QVERIFY(!record.tree.grow());
    record.tree.fill(Grouping::Message);
    QCOMPARE(record.tree.top().size(), static_cast<std::size_t>(MessageTree::maxTop));
    QCOMPARE(record.tree.leftOut(), static_cast<quint64>(many + 1) - MessageTree::maxTop);
    record.tree.fill(Grouping::Dialog);
    QCOMPARE(record.tree.top().size(), static_cast<std::size_t>(MessageTree::maxTop));
    QVERIFY(!record.tree.find(1, true));
    QVERIFY(record.tree.find(static_cast<quint64>(many), true));
    QCOMPARE(record.tree.top().back()->place, MessageTree::maxTop - 1);
}

void tst_MessageTree::leftOutTransactions()
{
    Record record;
    for (quint32 i = 0; i < MessageTree::maxTransactions + 5; ++i)
        record.traffic.beats(1, 1, 1s);
    record.take();
    record.tree.fill(Grouping::Operation);
    TreeNode &train = *record.tree.top().front();
    record.tree.open(train);
    QCOMPARE(train.children.size(), std::size_t{MessageTree::maxTransactions} + 1);
    QCOMPARE(train.children.front()->type, Type::More);
    QCOMPARE(train.children.front()->id, 10U); // messages
    QCOMPARE(record.tree.sums(train).count, 2 * (MessageTree::maxTransactions + 5));
    QCOMPARE(record.tree.leadsTo(*train.children.front()), 0U);
}

QTEST_GUILESS_MAIN(tst_MessageTree)
#include "tst_messagetree.moc"
