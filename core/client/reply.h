#pragma once
#include "core/client/idcheck.h"

#include <QHash>
#include <QSet>

namespace gb {

/**
 * Reads Responses into a report, one after the other. What a device may send is without end: at most maxItems items and
 * maxOctets of values are kept, maxColumns and maxFields names, and of a value maxValue characters.
 */
class ReplyReader
{
public:
    static constexpr qsizetype maxItems = 100'000, maxOctets = 64 * 1024 * 1024, maxColumns = 64, maxFields = 200,
                               maxValue = 512;

    static constexpr int maxDuplicates = 8;      ///< that are shown
    static constexpr qsizetype maxTexts = 4'096; ///< different ones of which one copy is kept

    ReplyReader(const AskCommand &command, AskReport &report);

    /// IDs are judged, too; ahead of the first Response.
    void judgeIds(const IdCheck::Scope &scope) { m_ids.emplace(m_command, m_report, scope); }
    /// Who sends something by itself.
    void judgeSender(const QString &id);
    /// A Response with its envelope, which is not broken.
    void take(const QByteArray &body, const Manscdp &envelope);
    /// All that was announced is there: items, or `parts` of a question with several.
    bool isComplete(int parts) const;
    bool isFull() const { return m_full; }
    qsizetype differentItems() const { return *m_command.key ? m_keys.size() : m_report.items.size(); }
    /// Different values of which one copy is kept: at most maxTexts. To look them up, to make room for more and to free
    /// them at the end is work of a single turn.
    qsizetype sharedTexts() const { return m_texts.size(); }
    /// Names of oddities that were compared with others: each element that is missing once, not once an item.
    qsizetype told() const { return m_tells; }
    /// Judges what can be judged only at the end.
    void finish();

private:
    class Walk;
    struct Known ///< an element of items
    {
        const AnswerElement *element = nullptr;
        std::uint64_t needed = 0; ///< its bit; 0: it may be missing
    };
    void field(const QString &path, const QString &value);
    void item(const QList<std::pair<QString, QString>> &values);
    void judgeValue(const AnswerElement *known, const QString &path, const QString &value);
    void judgeSum(const Manscdp &envelope);
    void judgeList();
    qsizetype columnOf(const QString &path);
    QString kept(const QString &value);

    const AskCommand &m_command;
    AskReport &m_report;
    void again(const QString &key);
    void tellMissing(std::uint64_t came);
    QHash<QString, const AnswerElement *> m_known;
    QHash<QString, Known> m_knownItems;
    QHash<QString, qsizetype> m_columns;
    KeySet m_keys;                          ///< of items
    QList<std::pair<QString, int>> m_twice; ///< the first maxDuplicates keys that came again, and how often
    KeySet m_moreTwice;                     ///< the others
    QSet<QString> m_texts;                  ///< values that came before, so that each is kept once
    QStringList m_neededItems;
    std::uint64_t m_missingTold = 0; ///< a bit for each of m_neededItems
    qsizetype m_tells = 0;
    std::optional<IdCheck> m_ids;
    qsizetype m_octets = 0;
    bool m_full = false;
};

} // namespace gb
