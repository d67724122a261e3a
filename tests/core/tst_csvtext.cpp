#include "core/report/csvtext.h"

#include <QtTest>

using namespace gb;

/// Tables for spreadsheets: what a device sends does not become a formula, or another column.
class tst_CsvText : public QObject
{
    Q_OBJECT
private slots:
    void cells_data();
    void cells();
    void lines();
};

void tst_CsvText::cells_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("cell");
    const auto row = [](const char *text, const char *cell) {
        QTest::addRow("%s", text) << QString::fromUtf8(text) << QByteArray(cell);
    };
    row("Gate 7", "Gate 7");
    row("", "");
    row("东门", "东门");
    row("a,b", "\"a,b\"");
    row("say \"x\"", "\"say \"\"x\"\"\"");
    row("two\nlines", "\"two\nlines\"");
    row("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"");
    row("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0");
    row("-1+1", "'-1+1");
    row("@SUM(A1)", "'@SUM(A1)");
    row("\tx", "'\tx");
    row("-12.5", "-12.5");
    row("+3", "+3");
    row("34020000001320000001", "34020000001320000001");
}

void tst_CsvText::cells()
{
    QFETCH(const QString, text);
    QFETCH(const QByteArray, cell);
    QCOMPARE(csvLine({text}), cell + "\r\n");
}

void tst_CsvText::lines()
{
    QCOMPARE(csvLine({QStringLiteral("a"), {}, QStringLiteral("b")}), QByteArray("a,,b\r\n"));
    QCOMPARE(csvLine({}), QByteArray("\r\n"));
}

QTEST_GUILESS_MAIN(tst_CsvText)
#include "tst_csvtext.moc"
