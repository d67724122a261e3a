#include "tests/support/traffic.h"
#include "ui/ladder/filterbar.h"
#include "ui/ladder/filtercompleter.h"
#include "ui/ladder/flowpanel.h"
#include "ui/settings/appsettings.h"
#include "ui/settings/savedfilters.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

using namespace gb;
using namespace gb::ui;
using gb::test::Traffic;

/// The line in which the flow's filter is typed.
class tst_FilterBar : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void whatIsTypedCountsAfterAPause();
    void whatCannotBeReadIsToldAndMended();
    void theFilterInForceStays();
    void scopesAreChosen();
    void whatIsHiddenIsCounted();
    void valuesAreOfferedWithCounts();
    void aChoiceTakesThePlaceOfWhatIsTyped();
    void filtersAreKept();

private:
    QToolButton *button(const QString &text) const
    {
        for (QToolButton *one : m_panel->findChildren<QToolButton *>()) {
            if (one->isVisibleTo(m_panel.get()) && one->text() == text)
                return one;
        }
        return nullptr;
    }
    FilterBar &bar() const { return *m_panel->filterBar(); }
    void type(const QString &text) const
    {
        bar().line()->clear();
        QTest::keyClicks(bar().line(), text);
    }

    std::unique_ptr<MessageLog> m_log;
    std::unique_ptr<FlowPanel> m_panel;
};

/// Two devices log in, and one beats three times: 14 messages.
void tst_FilterBar::init()
{
    m_panel.reset();
    m_log = std::make_unique<MessageLog>();
    m_panel = std::make_unique<FlowPanel>(*m_log);
    m_panel->resize(900, 500);
    m_panel->show();
    Traffic traffic;
    traffic.login(1);
    traffic.login(2);
    traffic.beats(1, 3);
    m_log->append(traffic.take());
}

void tst_FilterBar::whatIsTypedCountsAfterAPause()
{
    type(QStringLiteral("dev:*2"));
    QCOMPARE(m_panel->rows()->matches(), 14);
    QTRY_COMPARE(m_panel->rows()->matches(), 4);
    QCOMPARE(m_panel->rows()->filter().text, QStringLiteral("dev:*2"));
    bar().line()->clear();
    QTRY_COMPARE(m_panel->rows()->matches(), 14);
}

void tst_FilterBar::whatCannotBeReadIsToldAndMended()
{
    QVERIFY(!bar().notes()->isVisible());
    bar().apply(QStringLiteral("dev:*2 rt>500"));
    QVERIFY(bar().problem().has_value());
    QVERIFY(bar().notes()->isVisible());
    QCOMPARE(bar().told().split(u'\n').value(1), QStringLiteral("          ^^^"));
    QVERIFY(bar().told().contains(QStringLiteral("500ms")));
    QToolButton *const mend = button(QStringLiteral("Correct it"));
    QVERIFY(mend);
    mend->click();
    QCOMPARE(bar().line()->text(), QStringLiteral("dev:*2 rt>500ms"));
    QVERIFY(!bar().problem());
    QCOMPARE(m_panel->rows()->filter().text, QStringLiteral("dev:*2 rt>500ms"));
    QVERIFY(!button(QStringLiteral("Correct it")));
}

/// News of the filter, such as texts that were found, leave alone what is being typed.
void tst_FilterBar::theFilterInForceStays()
{
    bar().apply(QStringLiteral("dev:*2"));
    bar().apply(QStringLiteral("dev:*2 or ("));
    QCOMPARE(m_panel->rows()->filter().text, QStringLiteral("dev:*2"));
    FlowFilter filter = m_panel->rows()->filter();
    filter.found = {{QStringLiteral("x"), {1}, 1}};
    m_panel->setFilter(filter);
    QCOMPARE(bar().line()->text(), QStringLiteral("dev:*2 or ("));
    QVERIFY(bar().problem().has_value());
    filter.text = QStringLiteral("dev:*1"); // chosen elsewhere
    m_panel->setFilter(filter);
    QCOMPARE(bar().line()->text(), QStringLiteral("dev:*1"));
    QVERIFY(!bar().problem());
}

void tst_FilterBar::scopesAreChosen()
{
    QVERIFY(!button(QStringLiteral("Messages")));
    bar().apply(QStringLiteral("no:9"));
    QCOMPARE(m_panel->rows()->matches(), 1);
    QVERIFY(button(QStringLiteral("Messages")));
    FlowFilter filter = m_panel->rows()->filter();
    filter.scope = FlowFilter::Scope::Dialog;
    m_panel->setFilter(filter);
    QVERIFY(button(QStringLiteral("Dialogs")));
    QCOMPARE(m_panel->rows()->matches(), 2);
}

void tst_FilterBar::whatIsHiddenIsCounted()
{
    bar().apply(QStringLiteral("dev:*2"));
    QTRY_COMPARE(bar().told(), QStringLiteral("10 of 14 messages are hidden"));
    bar().apply(QStringLiteral("ua:camera"));
    QTRY_COMPARE(bar().told(), QStringLiteral("14 of 14 messages are hidden \u00b7 0 % of the texts were looked into"));
    const QSignalSpy all(m_panel.get(), &FlowPanel::clearFiltersRequested);
    QToolButton *const show = button(QStringLiteral("Show all"));
    QVERIFY(show);
    show->click();
    QCOMPARE(all.count(), 1);
}

void tst_FilterBar::valuesAreOfferedWithCounts()
{
    auto *const completer = m_panel->findChild<FilterCompleter *>();
    const auto offers = [&] {
        QStringList all;
        for (int row = 0; row < completer->offers().rowCount(); ++row)
            all << completer->offers().item(row, 0)->text() + u'|' + completer->offers().item(row, 1)->text();
        return all;
    };
    type(QStringLiteral("sta"));
    QCOMPARE(offers(), QStringList{QStringLiteral("status:|status of an answer")});
    type(QStringLiteral("status:"));
    QCOMPARE(offers(), (QStringList{QStringLiteral("200|5"), QStringLiteral("401|2")}));
    type(QStringLiteral("is:unans"));
    QCOMPARE(offers().value(0), QStringLiteral("unanswered|"));
    type(QStringLiteral("dev:0002"));
    QCOMPARE(offers(), QStringList{Traffic::id(2) + QStringLiteral("|4")});
    type(QStringLiteral("\"what is"));
    QVERIFY(offers().isEmpty());
}

void tst_FilterBar::aChoiceTakesThePlaceOfWhatIsTyped()
{
    auto *const completer = m_panel->findChild<FilterCompleter *>();
    type(QStringLiteral("not dev:0002"));
    QVERIFY(completer->isOpen());
    completer->choose(completer->offers().index(0, 0));
    QCOMPARE(bar().line()->text(), QStringLiteral("not dev:") + Traffic::id(2) + u' ');
    QTRY_COMPARE(m_panel->rows()->matches(), 10);
}

void tst_FilterBar::filtersAreKept()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("s.ini"));
    const QList<SavedFilter> filters{{QStringLiteral("dev:\"a,b\" or x"), 1}, {QStringLiteral("status>=400"), 0}};
    {
        AppSettings settings(file);
        saveFilters(settings, filters);
    }
    AppSettings settings(file);
    QCOMPARE(savedFilters(settings), filters);
    settings.setLayout(QStringLiteral("filters"), "9 a\n0 status>=4oo\n\n0\n0 a\n0 a\n\xff\n");
    QCOMPARE(savedFilters(settings), (QList<SavedFilter>{{QStringLiteral("a"), 0}}));
}

QTEST_MAIN(tst_FilterBar)
#include "tst_filterbar.moc"
