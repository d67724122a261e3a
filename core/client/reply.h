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

    static constexpr int maxDuplicates = 8; ///< that are shown

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
    /// Judges what can be judged only at the end.
    void finish();

private:
    class Walk;
    void field(const QString &path, const QString &value);
    void item(const QList<std::pair<QString, QString>> &values);
    void judgeValue(const AnswerElement *known, const QString &path, const QString &value);
    void judgeSum(const Manscdp &envelope);
    void judgeList();
    qsizetype columnOf(const QString &path);
    QString kept(const QString &value);

    const AskCommand &m_command;
    AskReport &m_report;
    QHash<QString, const AnswerElement *> m_known, m_knownItems;
    QHash<QString, qsizetype> m_columns;
    QHash<QString, int> m_keys; ///< items by their keys
    QSet<QString> m_texts;      ///< values that came before, so that each is kept once
    QSet<QString> m_neededItems;
    std::optional<IdCheck> m_ids;
    qsizetype m_octets = 0;
    bool m_full = false;
};

} // namespace gb
