#include "core/client/alarmanswer.h"
#include "core/client/bodywriter.h"
#include "core/client/configtypes.h"
#include "core/client/free/elementcheck.h"
#include "core/message/charset.h"
#include "core/report/words/askwording.h"
#include "core/report/words/freewording.h"

#include <QFile>
#include <QRegularExpression>
#include <QXmlStreamReader>
#include <QtTest>

using namespace gb;

/// Every message that we send, against a table of elements that was made from the standard and that the writer does not
/// read: tests/data/manscdp/requests.csv.
class tst_AskMessages : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void fits_data();
    void fits();
    void everyOrderOfTheTableIsOffered();
    void everyElementOfTheTableIsOffered();
    void theAnswerToAnAlarmFits();
    void theTableRefuses_data();
    void theTableRefuses();
    void configTypesHaveTheirEditions();
    void aTypeOfAnotherEditionIsTold();

private:
    struct Row
    {
        QString root, cmdType, order, path, pattern;
        int least = 0, most = 0;
        int since = 0, until = 0;
        bool isFor(int edition) const { return edition >= since && edition <= until; }
    };
    using Elements = QList<std::pair<QString, QString>>; ///< path and value, in their order

    static Elements elementsOf(const QByteArray &body);
    QString wrongWith(const Elements &elements, int edition) const;
    QList<Row> rowsFor(const Elements &elements, int edition, QString *problem) const;

    QString wrongTypes(const QString &value, int edition) const;

    QList<Row> m_rows;
    QHash<QString, std::pair<int, int>> m_types; ///< of configuration: their first and last editions
    QStringList m_typeRows;
    QSet<QString> m_used, m_written;
};

void tst_AskMessages::initTestCase()
{
    QFile file(QStringLiteral(GBSCOPE_TEST_DATA "/manscdp/requests.csv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    for (const QString &text : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList c = text.split(u';');
        QCOMPARE(c.size(), 9);
        m_rows.append({.root = c[0],
            .cmdType = c[1],
            .order = c[2],
            .path = c[3],
            .pattern = c[6],
            .least = c[4].toInt(),
            .most = c[5].toInt(),
            .since = c[7].toInt(),
            .until = c[8].toInt()});
    }
    QVERIFY(m_rows.size() > 80);
    QFile types(QStringLiteral(GBSCOPE_TEST_DATA "/manscdp/configtypes.csv"));
    QVERIFY(types.open(QIODevice::ReadOnly));
    m_typeRows = QString::fromUtf8(types.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &text : std::as_const(m_typeRows)) {
        const QStringList c = text.split(u';');
        QCOMPARE(c.size(), 3);
        m_types.insert(c[0], {c[1].toInt(), c[2].toInt()});
    }
    QCOMPARE(m_types.size(), 15);
}

tst_AskMessages::Elements tst_AskMessages::elementsOf(const QByteArray &body)
{
    Elements elements;
    QXmlStreamReader xml(decodeBody(body).text.section(u'\n', 1)); // behind the declaration, which names octets
    QStringList path;
    while (!xml.atEnd()) {
        switch (xml.readNext()) {
        case QXmlStreamReader::StartElement:
            path.append(xml.name().toString());
            elements.append({path.join(u'/'), QString()});
            break;
        case QXmlStreamReader::Characters: elements.last().second += xml.text(); break;
        case QXmlStreamReader::EndElement: path.removeLast(); break;
        default: break;
        }
    }
    return xml.hasError() ? Elements() : elements;
}

QList<tst_AskMessages::Row> tst_AskMessages::rowsFor(const Elements &elements, int edition, QString *problem) const
{
    const QString root = elements.value(0).first, cmdType = elements.value(1).second.trimmed();
    const auto has = [&](const QString &name) {
        return std::any_of(
            elements.begin(), elements.end(), [&](const auto &one) { return one.first == root + u'/' + name; });
    };
    QList<Row> rows;
    for (const Row &one : m_rows) {
        if (one.root == root && one.cmdType == cmdType && one.isFor(edition) && (one.order.isEmpty() || has(one.order)))
            rows.append(one);
    }
    if (rows.isEmpty())
        *problem = QStringLiteral("%1 %2 is not of %3").arg(root, cmdType).arg(edition);
    return rows;
}

/// Empty: that edition has all of them.
QString tst_AskMessages::wrongTypes(const QString &value, int edition) const
{
    for (const QString &one : value.split(u'/')) {
        const auto [since, until] = m_types.value(one, {0, 0});
        if (edition < since || edition > until)
            return QStringLiteral("ConfigType %1 is not of %2").arg(one).arg(edition);
    }
    return {};
}

/// Empty: it is as the table has it.
QString tst_AskMessages::wrongWith(const Elements &elements, int edition) const
{
    QString problem;
    const QList<Row> rows = rowsFor(elements, edition, &problem);
    if (!problem.isEmpty())
        return problem;
    const QString root = elements[0].first + u'/';
    const QStringList first{QStringLiteral("CmdType"), QStringLiteral("SN"), QStringLiteral("DeviceID")};
    for (qsizetype i = 0; i < 3; ++i) {
        if (elements.value(i + 1).first != root + first[i])
            return QStringLiteral("%1 is not where it belongs").arg(first[i]);
    }
    qsizetype at = 0;
    QHash<QString, int> times;
    for (const auto &[whole, value] : elements.mid(4)) {
        const QString path = whole.mid(root.size());
        // An element that may come again begins its own anew
        const auto again = std::find_if(rows.begin(), rows.begin() + std::min(at + 1, rows.size()),
            [&path](const Row &one) { return one.path == path && one.most > 1; });
        if (again != rows.begin() + std::min(at + 1, rows.size())) {
            at = again - rows.begin();
            times.removeIf([&path](auto one) { return one.key().startsWith(path + u'/'); });
        }
        while (at < rows.size() && rows[at].path != path)
            ++at;
        if (at == rows.size())
            return QStringLiteral("%1 stands in the wrong place, or is none of this").arg(path);
        if (++times[path] > rows[at].most)
            return QStringLiteral("%1 comes too often").arg(path);
        if (!rows[at].pattern.isEmpty()
            && !QRegularExpression(QRegularExpression::anchoredPattern(rows[at].pattern))
                    .match(value.trimmed())
                    .hasMatch())
            return QStringLiteral("%1 is %2").arg(path, value);
        const QString types = path == u"ConfigType" ? wrongTypes(value.trimmed(), edition) : QString();
        if (!types.isEmpty())
            return types;
    }
    for (const Row &one : rows) {
        const qsizetype slash = one.path.lastIndexOf(u'/');
        const bool parentThere = slash < 0 || times.contains(one.path.left(slash));
        if (parentThere && times.value(one.path) < one.least)
            return QStringLiteral("%1 is missing").arg(one.path);
    }
    return {};
}

static QString sample(const AskParameter &one)
{
    switch (one.kind) {
    case AskParameter::Kind::Integer: return QString::number(static_cast<qint64>(one.most));
    case AskParameter::Kind::Decimal: return QString::number(one.least + 0.5);
    case AskParameter::Kind::Choice: return QString::fromLatin1(one.choices).section(u'|', -1);
    case AskParameter::Kind::Choices: return QString::fromLatin1(one.choices).replace(u'|', u'/');
    case AskParameter::Kind::Text:
        return QString(one.most > 0 && one.most < 64 ? static_cast<qsizetype>(one.most) : 40, u'x');
    case AskParameter::Kind::Time: return QStringLiteral("2026-03-02T08:00:00");
    case AskParameter::Kind::Id: return QStringLiteral("34020000001310000001");
    case AskParameter::Kind::Rectangle: return QStringLiteral("20,30,220,180");
    case AskParameter::Kind::Spans: return QStringLiteral("08:00:00-12:00:00 13:00-23:59:59");
    case AskParameter::Kind::Fixed: break;
    }
    return {};
}

void tst_AskMessages::fits_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("edition");
    QTest::addColumn<bool>("all"); // values, not only those that are needed
    for (const AskCommand *one : askCommands()) {
        for (Edition edition = one->since; edition <= Edition::V2022;
             edition = Edition(static_cast<int>(edition) + 1)) {
            for (const bool all : {false, true})
                QTest::addRow("%s %s %s", one->name, editionName(edition).data(), all ? "whole" : "least")
                    << QString::fromLatin1(one->name) << static_cast<int>(edition) << all;
        }
    }
}

void tst_AskMessages::fits()
{
    QFETCH(QString, name);
    QFETCH(int, edition);
    QFETCH(bool, all);
    const AskCommand &command = *findAskCommand(name);
    const auto as = static_cast<Edition>(edition);
    AskValues values;
    for (const AskParameter &one : command.parameters) {
        const bool has = one.kind != AskParameter::Kind::Fixed && as >= one.since && as <= one.until;
        if (has && (all || (one.needed && *one.preset == '\0')))
            values.insert(QString::fromLatin1(one.name), sample(one));
    }
    for (const ConfigType *one : otherConfigTypes(values.value(QStringLiteral("ConfigType")), as))
        values[QStringLiteral("ConfigType")].remove(
            QRegularExpression(QStringLiteral("/%1\\b").arg(QLatin1StringView(one->name))));
    auto bad = checkValues(command, values, as);
    if (bad && bad->why == BadValue::Why::Missing) { // one of several has to be there, whichever
        values.insert(bad->parameter, sample(command.parameters.front()));
        bad = checkValues(command, values, as);
    }
    QVERIFY2(!bad, bad ? qPrintable(bad->parameter) : "");
    const QByteArray body = writeBody(
        {.command = command, .deviceId = "34020000001320000001", .sn = 9, .values = values, .edition = as});
    const Elements elements = elementsOf(body);
    const QString wrong = wrongWith(elements, QString(editionName(as)).toInt());
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong + u'\n' + QString::fromLatin1(body)));
    // What is said of messages that users write has nothing to say of ours
    const QList<FreeFault> said = checkElements(body, as);
    QVERIFY2(said.isEmpty(), said.isEmpty() ? "" : qPrintable(wording::freeFault(said.constFirst())));
    for (const auto &[path, value] : elements.mid(4))
        m_written.insert(elements[1].second.trimmed() + u' ' + path);
    QString problem;
    for (const Row &one : rowsFor(elements, QString(editionName(as)).toInt(), &problem))
        m_used.insert(one.root + u' ' + one.cmdType + u' ' + one.order);
}

/// A command of the standard that nobody can ask would be missing here.
void tst_AskMessages::everyOrderOfTheTableIsOffered()
{
    for (const Row &one : std::as_const(m_rows))
        QVERIFY2(one.root == u"Response" || m_used.contains(one.root + u' ' + one.cmdType + u' ' + one.order),
            qPrintable(one.cmdType + u' ' + one.order));
}

/// In one edition or another.
void tst_AskMessages::everyElementOfTheTableIsOffered()
{
    QStringList missing;
    for (const Row &one : std::as_const(m_rows)) {
        if (one.root == u"Response" || one.path.isEmpty())
            continue;
        const QString key = one.cmdType + u' ' + one.root + u'/' + one.path;
        if (!m_written.contains(key))
            missing.append(key);
    }
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
}

/// The one Response that we send.
void tst_AskMessages::theAnswerToAnAlarmFits()
{
    const QByteArray body = alarmResponse(parseManscdp("<Notify><CmdType>Alarm</CmdType><SN>55</SN><DeviceID>"
                                                       "34020000001340000001</DeviceID></Notify>"));
    for (const int edition : {2011, 2014, 2016, 2022}) {
        const QString wrong = wrongWith(elementsOf(body), edition);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }
}

void tst_AskMessages::theTableRefuses_data()
{
    QTest::addColumn<QByteArray>("inside");
    QTest::newRow("another order") << QByteArray("<EndTime>2026-03-02T08:00:00</EndTime>"
                                                 "<StartTime>2026-03-02T08:00:00</StartTime>");
    QTest::newRow("an element of its own") << QByteArray("<Colour>red</Colour>");
    QTest::newRow("twice") << QByteArray("<StartTime>2026-03-02T08:00:00</StartTime>"
                                         "<StartTime>2026-03-02T08:00:00</StartTime>");
    QTest::newRow("a value that is none") << QByteArray("<StartTime>today</StartTime>");
}

/// The check can fail.
void tst_AskMessages::theTableRefuses()
{
    QFETCH(QByteArray, inside);
    const QByteArray front = "<?xml version=\"1.0\"?>\n<Query><CmdType>Catalog</CmdType><SN>1</SN>"
                             "<DeviceID>34020000001320000001</DeviceID>";
    QVERIFY(wrongWith(elementsOf(front + "</Query>"), 2016).isEmpty());
    QVERIFY(!wrongWith(elementsOf(front + inside + "</Query>"), 2016).isEmpty());
}

/// What the program knows of them, the form and the check of free messages, is what the standard has.
void tst_AskMessages::configTypesHaveTheirEditions()
{
    QStringList has, offered;
    for (const ConfigType &one : configTypes()) {
        has.append(QString::fromLatin1(one.name) + u';' + editionName(one.since) + u';' + editionName(one.until));
        offered.append(QString::fromLatin1(one.name));
    }
    QCOMPARE(has, m_typeRows);
    QCOMPARE(QString::fromLatin1(findAskCommand(u"config")->parameters.front().choices), offered.join(u'|'));
    QHash<int, int> sizes;
    for (const auto &[since, until] : std::as_const(m_types)) {
        for (const int edition : {2014, 2016, 2022})
            sizes[edition] += edition >= since && edition <= until ? 1 : 0;
    }
    QCOMPARE(sizes.value(2014), 7);
    QCOMPARE(sizes.value(2016), 4);
    QCOMPARE(sizes.value(2022), 12);
}

/// It can be asked for all the same, so the message is written; the check of the table and ours both see it.
void tst_AskMessages::aTypeOfAnotherEditionIsTold()
{
    const AskCommand &command = *findAskCommand(u"config");
    const auto told = [&](const char *types, Edition edition) {
        AskValues values{{QStringLiteral("ConfigType"), QString::fromLatin1(types)}};
        if (checkValues(command, values, edition))
            return QStringLiteral("refused");
        const QByteArray body = writeBody(
            {.command = command, .deviceId = "34020000001320000001", .sn = 9, .values = values, .edition = edition});
        const QList<FreeFault> faults = checkElements(body, edition);
        const QString wrong = wrongWith(elementsOf(body), QString(editionName(edition)).toInt());
        if (wrong.isEmpty() != faults.isEmpty())
            return QStringLiteral("they differ");
        QStringList all;
        for (const FreeFault &one : faults)
            all.append(one.a + u' ' + one.b + u' ' + QString::number(one.line));
        return all.join(u'|');
    };
    QCOMPARE(told("BasicParam/VideoParamOpt", Edition::V2016), QString());
    QCOMPARE(told("BasicParam/FrameMirror", Edition::V2016), QStringLiteral("FrameMirror 2022 6"));
    QCOMPARE(
        told("FrameMirror/AudioParamOpt", Edition::V2016), QStringLiteral("FrameMirror 2022 6|AudioParamOpt 2014 6"));
    QCOMPARE(told("FrameMirror/SnapShot", Edition::V2022), QString());
    QCOMPARE(told("VideoParamConfig", Edition::V2022), QStringLiteral("VideoParamConfig 2014 6"));
    const AskParameter &type = command.parameters.front();
    QCOMPARE(wording::askOtherEdition(type, QStringLiteral("BasicParam/FrameMirror/AudioParamOpt"), Edition::V2016),
        QStringLiteral("FrameMirror is not in the edition of 2016, only since 2022\n"
                       "AudioParamOpt is not in the edition of 2016, only until 2014"));
    QCOMPARE(wording::askOtherEdition(type, QStringLiteral("BasicParam/Colour"), Edition::V2016), QString());
}

QTEST_APPLESS_MAIN(tst_AskMessages)
#include "tst_askmessages.moc"
