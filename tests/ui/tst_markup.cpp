#include "core/ladder/messagelog.h"
#include "tests/support/corpus.h"
#include "ui/devices/devicetablemodel.h"
#include "ui/ladder/ladderrow.h"

#include <QTextDocument>
#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace gb::ui;

/// T5: what devices call themselves, in the tooltips that guess whether a text is HTML. Every message of the corpora,
/// whole; d16 and g21 are made for it.
class tst_Markup : public QObject
{
    Q_OBJECT
private slots:
    void T5_tipsOfTheLadder();
    void T5_tipsOfTheTable();
};

/// The corpora's messages and the devices they leave.
static Batch corpora()
{
    Site site(Site::withPassword({}));
    auto files = gb28181Files(QStringLiteral("dat")) + rfc4475Files();
    std::stable_partition(files.begin(), files.end(),
        [](const HostileFile &file) { return file.name.startsWith(u"d16"); }); // a device keeps its first User-Agent
    for (const HostileFile &file : std::as_const(files)) {
        site.wait(std::chrono::milliseconds(100));
        site.send(file.octets());
    }
    return site.analysis.take(site.clock.now());
}

void tst_Markup::T5_tipsOfTheLadder()
{
    const Batch batch = corpora();
    MessageLog log;
    FlowRows rows(log);
    log.append(batch.messages);
    QVERIFY(rows.count() > 160);
    int withMarkup = 0;
    for (qsizetype i = 0; i < rows.count(); ++i) {
        const QString tip = rowToolTip(rows, rows.row(i));
        QVERIFY2(!Qt::mightBeRichText(tip), qPrintable(tip));
        QVERIFY2(isPrintable(QString(tip).remove(u'\n')), qPrintable(tip));
        QVERIFY(isPrintable(rowAsText(rows, rows.row(i))));
        withMarkup += tip.contains(u'<') ? 1 : 0;
    }
    QVERIFY(withMarkup > 0); // d16 has it in its Call-ID
}

void tst_Markup::T5_tipsOfTheTable()
{
    const Batch batch = corpora();
    DeviceTableModel model;
    model.apply(batch.devices, {}, batch.now);
    QVERIFY(model.rowCount() > 5);
    static const QRegularExpression markup(
        QStringLiteral("<(?!/?p\\b|br\\b)[a-z!/]"), QRegularExpression::CaseInsensitiveOption);
    bool escaped = false;
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int column = 0; column < model.columnCount(); ++column) {
            const QModelIndex cell = model.index(row, column);
            const QString tip = cell.data(Qt::ToolTipRole).toString();
            QVERIFY2(!tip.contains(markup), qPrintable(tip));
            QVERIFY(isPrintable(cell.data().toString()));
            escaped |= tip.contains(u"&lt;");
        }
    }
    QVERIFY(escaped);
}

QTEST_MAIN(tst_Markup)
#include "tst_markup.moc"
