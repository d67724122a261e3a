#include "core/report/format.h"
#include "tests/support/exportsite.h"
#include "ui/export/exportdialog.h"
#include "ui/export/painted.h"

#include <QtTest>
#include <QtWidgets>

using namespace gb;
using namespace gb::ui;
using gb::test::ExportSite;
using Kind = ExportScope::Kind;

/// What is exported, and in which form.
class tst_ExportDialog : public QObject
{
    Q_OBJECT
private slots:
    void everyFormatIsOffered();
    void whereTheUserStands();
    void whatTheFlowShows();
    void whatIsForgotten();
    void devicesHaveNoMessages();
    void theSizeIsThatOfTheChoice();

private:
    static QRadioButton *button(const ExportDialog &dialog, const ExportScopes &scopes, Kind kind)
    {
        const QList<QRadioButton *> buttons = dialog.findChildren<QRadioButton *>();
        for (qsizetype i = 0; i < scopes.all.size(); ++i) {
            if (scopes.all.at(i).kind == kind)
                return buttons.at(i);
        }
        return nullptr;
    }
    static QList<Kind> kinds(const ExportScopes &scopes)
    {
        QList<Kind> out;
        for (const ExportScope &one : scopes.all)
            out.append(one.kind);
        return out;
    }
};

void tst_ExportDialog::everyFormatIsOffered()
{
    ExportDialog dialog(ExportScopes{{ExportScope()}, 0});
    auto *const box = dialog.findChild<QComboBox *>();
    QSet<QByteArray> offered;
    for (int i = 0; i < box->count(); ++i) {
        offered.insert(box->itemData(i).toByteArray());
        box->setCurrentIndex(i);
        QVERIFY2(dialog.ending().startsWith(u'.') && dialog.fileFilter().contains(dialog.ending()),
            box->itemData(i).toByteArray().constData());
    }
    for (const Format &format : formats())
        QVERIFY2(offered.contains(format.id), format.id);
    for (const PaintedFormat &format : paintedFormats())
        QVERIFY2(offered.contains(format.id), format.id);
}

void tst_ExportDialog::whereTheUserStands()
{
    ExportSite site;
    QCOMPARE(kinds(site.scopes()), QList<Kind>{Kind::All});
    site.choose();
    const ExportScopes scopes = site.scopes();
    QCOMPARE(kinds(scopes),
        (QList<Kind>{Kind::All, Kind::Devices, Kind::Operation, Kind::Dialog, Kind::Message, Kind::Shown}));
    QCOMPARE(scopes.all.at(scopes.usual).kind, Kind::Devices);
    QList<qint64> counts;
    for (const ExportScope &one : scopes.all) {
        counts.append(one.messages);
        QVERIFY(one.octets > 0 && !one.more);
        QVERIFY(one.numbers.empty() || static_cast<qint64>(one.numbers.size()) == one.messages);
        QVERIFY(std::is_sorted(one.numbers.begin(), one.numbers.end()));
    }
    QCOMPARE(counts, (QList<qint64>{8, 4, 4, 8, 1, 4})); // both devices use one Call-ID
    QCOMPARE(scopes.all.at(2).numbers, (std::vector<quint64>{1, 2, 3, 4}));
    QCOMPARE(scopes.all.at(4).numbers, std::vector<quint64>{2});
    ExportDialog dialog(scopes);
    QVERIFY(button(dialog, scopes, Kind::Devices)->isChecked());
    QCOMPARE(dialog.options().devices, site.focus.devices());
    button(dialog, scopes, Kind::Message)->setChecked(true);
    QCOMPARE(dialog.options().numbers, std::vector<quint64>{2});
    QVERIFY(dialog.options().devices.isEmpty());
}

void tst_ExportDialog::whatTheFlowShows()
{
    ExportSite site;
    FlowFilter filter;
    filter.text = QStringLiteral("status:401");
    site.rows.setFilter(filter);
    const ExportScopes scopes = site.scopes();
    QCOMPARE(kinds(scopes), (QList<Kind>{Kind::All, Kind::Shown}));
    QCOMPARE(scopes.all.at(scopes.usual).kind, Kind::Shown);
    QCOMPARE(scopes.all.at(1).numbers, (std::vector<quint64>{2, 6}));
}

/// The record has them still.
void tst_ExportDialog::whatIsForgotten()
{
    ExportSite site;
    site.log.setCapacity(4);
    const ExportScopes scopes = site.scopes();
    QVERIFY(scopes.all.first().more);
    ExportDialog dialog(scopes);
    const QList<QLabel *> labels = dialog.findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(),
        [](const QLabel *one) { return one->text().startsWith(QStringLiteral("More than ")); }));
}

void tst_ExportDialog::devicesHaveNoMessages()
{
    ExportSite site;
    site.choose();
    const ExportScopes scopes = site.scopes();
    for (const Kind kind : {Kind::Operation, Kind::Dialog, Kind::Message, Kind::Shown}) {
        ExportDialog dialog(scopes);
        auto *const box = dialog.findChild<QComboBox *>();
        QRadioButton *const ofMessages = button(dialog, scopes, kind);
        ofMessages->setChecked(true);
        box->setCurrentIndex(box->findData(QByteArray("sipp-device")));
        QVERIFY(ofMessages->isChecked());
        box->setCurrentIndex(box->findData(QByteArray("ladder-pdf")));
        QVERIFY(ofMessages->isChecked());
        for (const char *const format : {"devices-csv", "heartbeats-png"}) {
            box->setCurrentIndex(box->findData(QByteArray(format)));
            QVERIFY(!ofMessages->isEnabled());
            QVERIFY(dialog.options().callIds.isEmpty() && dialog.options().numbers.empty());
            QCOMPARE(dialog.options().devices, site.focus.devices());
        }
        box->setCurrentIndex(box->findData(QByteArray("text")));
        QVERIFY(ofMessages->isEnabled());
    }
}

void tst_ExportDialog::theSizeIsThatOfTheChoice()
{
    ExportSite site;
    site.choose();
    const ExportScopes scopes = site.scopes();
    ExportDialog dialog(scopes);
    const auto says = [&](const QString &start) {
        const QList<QLabel *> labels = dialog.findChildren<QLabel *>();
        return std::any_of(
            labels.begin(), labels.end(), [&](const QLabel *one) { return one->text().startsWith(start); });
    };
    QVERIFY(says(QStringLiteral("4 message")));
    button(dialog, scopes, Kind::All)->setChecked(true);
    QVERIFY(says(QStringLiteral("8 message")));
    button(dialog, scopes, Kind::Message)->setChecked(true);
    QVERIFY(says(QStringLiteral("1 message")));
}

QTEST_MAIN(tst_ExportDialog)
#include "tst_exportdialog.moc"
