#include "core/base/smalltext.h"

#include <QtTest>

using namespace gb;

/// Texts that stand in place, and those that are too long for it.
class tst_SmallText : public QObject
{
    Q_OBJECT
private slots:
    void keepsTexts_data();
    void keepsTexts();
    void emptyTexts();
    void copiesAreTextsOfTheirOwn();
};

void tst_SmallText::keepsTexts_data()
{
    QTest::addColumn<QString>("text");
    for (const int size : {1, 46, 47, 48, 255, 256, 70'000})
        QTest::addRow("%d octets", size) << QString(size, u'x');
    QTest::newRow("15 characters of 3 octets") << QString(15, QChar(0x6444));
    QTest::newRow("16 characters of 3 octets") << QString(16, QChar(0x6444));
    QTest::newRow("a zero octet") << QStringLiteral("a") + QChar(u'\0') + QStringLiteral("b");
}

void tst_SmallText::keepsTexts()
{
    QFETCH(const QString, text);
    const QByteArray utf8 = text.toUtf8();
    const std::string_view octets(utf8.constData(), static_cast<std::size_t>(utf8.size()));
    const SmallText small(text);
    QVERIFY(small.view() == octets);
    QCOMPARE(small.toString(), text);
    QVERIFY(!small.isEmpty());
    QVERIFY(small == SmallText::fromUtf8(octets));
    QVERIFY(!(small == SmallText(text.chopped(1))));
    QVERIFY(!(small == SmallText(text + u'x')));
}

void tst_SmallText::emptyTexts()
{
    for (const SmallText &text : {SmallText(), SmallText(QString()), SmallText(QStringLiteral("")),
             SmallText::fromUtf8({}), SmallText::fromUtf8("")}) {
        QVERIFY(text.isEmpty());
        QVERIFY(text.view().empty());
        QCOMPARE(text.toString(), QString());
        QVERIFY(text == SmallText());
    }
}

void tst_SmallText::copiesAreTextsOfTheirOwn()
{
    SmallText text(QString(60, u'x'));
    const SmallText copy = text;
    text = SmallText(QStringLiteral("short")); // no rest of the long one
    QCOMPARE(text.toString(), QStringLiteral("short"));
    QCOMPARE(copy.toString(), QString(60, u'x'));
    text = copy;
    QVERIFY(text == copy);
}

QTEST_GUILESS_MAIN(tst_SmallText)
#include "tst_smalltext.moc"
