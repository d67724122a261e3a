#include <QFile>
#include <QRegularExpression>
#include <QXmlStreamReader>
#include <QtTest>

/// The words of the window: no jargon of ours in the English texts, and one Chinese word for each term.
class tst_Glossary : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void notOurJargon_data();
    void notOurJargon();
    void oneWordForATerm_data();
    void oneWordForATerm();

private:
    struct Text
    {
        QString english, chinese;
    };
    /// The values of a protocol that a text lists are what stands in a message, in any language.
    static QString withoutValues(QString english) { return english.remove(QStringLiteral("time, alarm, manual, all")); }
    QList<Text> m_texts;
};

void tst_Glossary::initTestCase()
{
    QFile file(QStringLiteral(GBSCOPE_TEST_DATA "/../../translations/gbscope_zh_CN.ts"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    Text text;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == u"source")
            text.english = xml.readElementText().remove(u'&');
        else if (xml.isStartElement() && xml.name() == u"translation")
            text.chinese = xml.readElementText(QXmlStreamReader::IncludeChildElements);
        else if (xml.isEndElement() && xml.name() == u"message")
            m_texts.append(std::exchange(text, {}));
    }
    QVERIFY(!xml.hasError());
    QVERIFY(m_texts.size() > 1000);
}

void tst_Glossary::notOurJargon_data()
{
    QTest::addColumn<QString>("words");
    for (const char *words : {"octets?", "anew", "as ever", "shall", "at leisure", "mind", "told its", "instance",
             "null", "invalid parameter", "fall silent"})
        QTest::newRow(words) << QString::fromLatin1(words);
}

void tst_Glossary::notOurJargon()
{
    QFETCH(const QString, words);
    const QRegularExpression there(QStringLiteral("\\b(%1)\\b").arg(words), QRegularExpression::CaseInsensitiveOption);
    for (const Text &text : std::as_const(m_texts))
        QVERIFY2(!there.match(text.english).hasMatch(), qPrintable(text.english));
}

void tst_Glossary::oneWordForATerm_data()
{
    QTest::addColumn<QString>("term");
    QTest::addColumn<QString>("word");
    const std::pair<const char *, const char *> terms[] = {{"dialog", "会话"}, {"heartbeats?", "心跳"},
        {"online", "在线"}, {"retransmitted", "重传"}, {"catalog", "目录"}, {"alarm", "报警"}, {"timer", "定时器"},
        {"missed", "丢失"}, {"lapsed", "过期"}, {"network card", "网卡"}, {"bytes?", "字节"}, {"filter", "过滤"},
        {"ladder", "信令"}, {"message flow", "信令流程"}, {"malformed", "格式错误"}, {"proof", "证据"},
        {"camera card", "摄像机参数卡"}, {"timeout count", "次数"}};
    for (const auto &[term, word] : terms)
        QTest::newRow(term) << QString::fromLatin1(term) << QString::fromUtf8(word);
}

void tst_Glossary::oneWordForATerm()
{
    QFETCH(const QString, term);
    QFETCH(const QString, word);
    const QRegularExpression there(QStringLiteral("\\b(%1)\\b").arg(term), QRegularExpression::CaseInsensitiveOption);
    int found = 0;
    for (const Text &text : std::as_const(m_texts)) {
        if (!there.match(withoutValues(text.english)).hasMatch())
            continue;
        ++found;
        QVERIFY2(text.chinese.contains(word), qPrintable(text.english + QStringLiteral(" = ") + text.chinese));
    }
    QVERIFY(found > 0);
}

QTEST_GUILESS_MAIN(tst_Glossary)
#include "tst_glossary.moc"
