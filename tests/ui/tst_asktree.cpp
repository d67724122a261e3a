#include "ui/client/asktree.h"

#include <QElapsedTimer>
#include <QtTest>

using namespace gb;
using namespace gb::ui;

/// Where the items of a catalogue stand: GB/T 28181-2022 annex J.
class tst_AskTree : public QObject
{
    Q_OBJECT
private slots:
    void places_data();
    void places();
    void manyOddOnes();

private:
    static AskReportPtr catalog(const QStringList &lines);
    /// "a(b(c),d)": children in brackets, by their names.
    static QString text(const AskTree &tree, const QModelIndex &parent = {});
};

namespace {

const QString device = QStringLiteral("34020000002000000001"), group = QStringLiteral("34020000002150000001"),
              upper = QStringLiteral("34020000002160000001"), lower = QStringLiteral("34020000002160000002");

QString camera(int number)
{
    return QStringLiteral("3402000000131%1").arg(number, 7, 10, QChar(u'0'));
}

} // namespace

/// "name ID ParentID BusinessGroupID CivilCode" each, "-" for what is empty.
AskReportPtr tst_AskTree::catalog(const QStringList &lines)
{
    AskReport report{.device = device, .about = device, .command = QStringLiteral("catalog")};
    report.columns = {QStringLiteral("Name"), QStringLiteral("DeviceID"), QStringLiteral("ParentID"),
        QStringLiteral("BusinessGroupID"), QStringLiteral("CivilCode")};
    for (const QString &line : lines) {
        QStringList row = line.split(u' ');
        row.replaceInStrings(QStringLiteral("-"), QString());
        report.items.append(row);
    }
    return std::make_shared<const AskReport>(report);
}

QString tst_AskTree::text(const AskTree &tree, const QModelIndex &parent)
{
    QStringList all;
    for (int row = 0; row < tree.rowCount(parent); ++row) {
        const QModelIndex one = tree.index(row, 0, parent);
        const QString below = text(tree, one);
        all.append(one.data().toString() + (below.isEmpty() ? QString() : u'(' + below + u')'));
    }
    return all.join(u',');
}

void tst_AskTree::places_data()
{
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<int>("by");
    QTest::addColumn<QString>("tree");
    using By = AskTree::By;
    const auto row = [](const char *tag, const QStringList &lines, By by, const char *tree) {
        QTest::newRow(tag) << lines << static_cast<int>(by) << QString::fromLatin1(tree);
    };
    const QStringList areas{QStringLiteral("a 34"), QStringLiteral("b 3402"), QStringLiteral("c 340200"),
        QStringLiteral("d 34020001"), QStringLiteral("e 3403"), QStringLiteral("c1 %1 - - 340200").arg(camera(1)),
        QStringLiteral("d1 %1 - - 34020001").arg(camera(2)), QStringLiteral("e1 %1 - - 34030105").arg(camera(3))};
    row("areas", areas, By::ParentId, "a(b(c(d(d1),c1)),e(e1))");
    row("areas alone", areas, By::CivilCode, "a(b(c(d(d1),c1)),e(34030105 (not in the list)(e1)))");
    row("an area that is left out", {areas[0], areas[3], areas[6]}, By::ParentId, "a(d(d1))");
    const QStringList groups{QStringLiteral("G %1 %2 - 340200").arg(group, device),
        QStringLiteral("U %1 - %2").arg(upper, group), QStringLiteral("L %1 %2 %3").arg(lower, upper, group),
        QStringLiteral("g1 %1 - %2").arg(camera(1), group), QStringLiteral("l1 %1 %2 %3").arg(camera(2), lower, group),
        QStringLiteral("d1 %1 %2 %3").arg(camera(3), device, group)};
    row("business groups", groups, By::ParentId, "G(U(L(l1)),g1,d1)");
    row("business groups alone", groups, By::BusinessGroup, "G(U(L(l1)),g1,d1)");
    row("a group that is not there", {QStringLiteral("a %1 - %2").arg(camera(1), group)}, By::BusinessGroup,
        "34020000002150000001 (not in the list)(a)");
    row("the platform is in the list",
        {QStringLiteral("P %1 - - 340200").arg(device), QStringLiteral("A 340200"), groups[0], groups[1]}, By::ParentId,
        "A(P(G(U)))");
    const QString nvr = camera(90), other = camera(91);
    const QStringList two{QStringLiteral("N %1").arg(nvr), QStringLiteral("U %1").arg(upper)};
    row("several parents", two + QStringList{QStringLiteral("c %1 %2/%3").arg(camera(1), nvr, upper)}, By::ParentId,
        "N(c),U(c)");
    row("of several parents one is there", two + QStringList{QStringLiteral("c %1 %2/%3").arg(camera(1), nvr, other)},
        By::ParentId, "N(c),U");
    row("a path",
        {QStringLiteral("U %1").arg(upper), QStringLiteral("L %1 %2").arg(lower, upper),
            QStringLiteral("c %1 %2/%3").arg(camera(1), upper, lower)},
        By::ParentId, "U(L(c))");
    row("the parent decides",
        {QStringLiteral("N %1").arg(nvr), QStringLiteral("G %1").arg(group), QStringLiteral("A 340200"),
            QStringLiteral("c %1 %2 %3 340200").arg(camera(1), nvr, group)},
        By::ParentId, "N(c),G,A");
    row("a circle", {QStringLiteral("a %1 %2").arg(nvr, other), QStringLiteral("b %1 %2").arg(other, nvr)},
        By::ParentId, "a(b)");
    row("its own parent", {QStringLiteral("a %1 %1").arg(nvr)}, By::ParentId, "a");
    row("a circle of several",
        {QStringLiteral("a %1 %2/%3").arg(nvr, other, upper), QStringLiteral("b %1 %2/%3").arg(other, upper, nvr),
            QStringLiteral("c %1 %2/%3").arg(upper, nvr, other)},
        By::ParentId, "a(b(c))");
    row("a parent that is not there", {QStringLiteral("a %1 %2").arg(camera(1), nvr)}, By::ParentId,
        qPrintable(nvr + QStringLiteral(" (not in the list)(a)")));
    row("a code that is no area", {QStringLiteral("A 340200"), QStringLiteral("a %1 - - CivilCode").arg(camera(1))},
        By::ParentId, "A,a");
    row("a code that is too long", {QStringLiteral("A 340200"), QStringLiteral("a %1 - - 3402000000").arg(camera(1))},
        By::ParentId, "A(a)");
}

void tst_AskTree::places()
{
    QFETCH(QStringList, lines);
    QFETCH(int, by);
    QFETCH(QString, tree);
    AskTree model;
    model.show(catalog(lines), static_cast<AskTree::By>(by));
    QCOMPARE(text(model), tree);
}

/// Each item once or, with several parents, a few times; rows that are made are as many as there are items.
void tst_AskTree::manyOddOnes()
{
    QStringList lines;
    constexpr int items = 5000;
    for (int i = 0; i < items; ++i) {
        QStringList parents;
        for (int j = 0; j < 20; ++j)
            parents.append(camera(i % 3 == 0 ? 1'000'000 + i * 20 + j : (i * 7 + j * 13) % items));
        lines.append(QStringLiteral("x %1 %2 %3 9%4").arg(camera(i), parents.join(u'/'), camera(i + 3)).arg(i));
    }
    const AskReportPtr report = catalog(lines);
    for (const AskTree::By by : {AskTree::By::ParentId, AskTree::By::BusinessGroup, AskTree::By::CivilCode}) {
        AskTree model;
        model.show(report, by);
        int rows = 0, deepest = 0;
        const std::function<void(const QModelIndex &, int)> count = [&](const QModelIndex &parent, int depth) {
            deepest = std::max(deepest, depth);
            for (int row = 0; row < model.rowCount(parent); ++row, ++rows)
                count(model.index(row, 0, parent), depth + 1);
        };
        count({}, 0);
        QVERIFY2(rows >= items && rows <= 4 * items, qPrintable(QString::number(rows)));
        QVERIFY(deepest <= 66);
    }
}

QTEST_MAIN(tst_AskTree)
#include "tst_asktree.moc"
