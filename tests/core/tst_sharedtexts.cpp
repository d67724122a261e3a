#include "core/base/seldom.h"
#include "core/base/sharedtexts.h"

#include <QtTest>

using namespace gb;

/// What keeps values of many devices small.
class tst_SharedTexts : public QObject
{
    Q_OBJECT
private slots:
    void equalTextsAreOne();
    void whatComesLaterIsNotShared();
    void aSeldomValueIsCopied();
};

void tst_SharedTexts::equalTextsAreOne()
{
    SharedTexts texts;
    const QString first = texts.shared(QString::fromLatin1("IP Camera")),
                  second = texts.shared(QString::fromLatin1("IP Camera")),
                  other = texts.shared(QString::fromLatin1("NVR"));
    QCOMPARE(second, QStringLiteral("IP Camera"));
    QCOMPARE(other, QStringLiteral("NVR"));
    QCOMPARE(second.constData(), first.constData());
    QVERIFY(texts.shared(QString()).isEmpty());
}

/// Bounded: a stranger who sends ever new names gets no more room.
void tst_SharedTexts::whatComesLaterIsNotShared()
{
    SharedTexts texts;
    const QString first = texts.shared(QString::fromLatin1("first"));
    for (qsizetype i = 1; i < SharedTexts::capacity; ++i)
        texts.shared(QString::number(i));
    const QString late = texts.shared(QString::fromLatin1("late")), again = texts.shared(QString::fromLatin1("late"));
    QCOMPARE(again, QStringLiteral("late"));
    QVERIFY(again.constData() != late.constData());
    QCOMPARE(texts.shared(QString::fromLatin1("first")).constData(), first.constData());
}

void tst_SharedTexts::aSeldomValueIsCopied()
{
    Seldom<QStringList> none, one(QStringList{QStringLiteral("a")});
    QVERIFY(none->isEmpty());
    Seldom<QStringList> copy = one;
    copy.edit().append(QStringLiteral("b"));
    QCOMPARE(*one, QStringList{QStringLiteral("a")});
    QCOMPARE(copy->size(), 2);
    none.edit().append(QStringLiteral("c"));
    QCOMPARE(none->size(), 1);
    QVERIFY(Seldom<QStringList>()->isEmpty());
    copy = Seldom<QStringList>();
    QVERIFY(copy->isEmpty());
}

QTEST_GUILESS_MAIN(tst_SharedTexts)
#include "tst_sharedtexts.moc"
