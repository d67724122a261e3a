#pragma once
#include "core/client/ask.h"
#include "core/client/keyset.h"

#include <QHash>
#include <QSet>

namespace gb {

/**
 * Judges the IDs of an answer: GB/T 28181-2022 6.1.1, A.2.1.2, annexes E and J. What is odd about them is told, the
 * first `maxShown` of a kind by their IDs and the others by their number; of names that are kept for the end there are
 * at most `maxNames`.
 */
class IdCheck
{
public:
    static constexpr int maxShown = 4;
    static constexpr qsizetype maxNames = 10'000, maxParents = 8;

    /// What is known of the question.
    struct Scope
    {
        std::optional<Edition> edition; ///< that the device announced, or that was chosen; empty: any may apply
        bool whole = false;             ///< all that it has was asked for
    };

    IdCheck(const AskCommand &command, AskReport &report, Scope scope);

    void element(const QString &path, const QString &value);
    void item(const QList<std::pair<QString, QString>> &values);
    /// What is known only at the end. `keys`: IDs of the list, `complete`: none is missing. Returns how many oddities
    /// are not listed.
    qsizetype finish(const KeySet &keys, bool complete);

private:
    using Code = AskOddity::Code;
    struct Named
    {
        Code code;
        QString name, by;
    };

    bool isId(QStringView value) const;
    void tell(Code code, const QString &a, const QString &b, const QString &key);
    void parents(const QString &id, const QString &value);
    void group(const QString &id, const QString &value);
    void keep(Code code, const QString &name, const QString &by);
    bool mayStandOutside(const QString &id, QStringView parent) const;
    bool isChannelWithOurId(const KeySet &keys, bool complete) const;

    const AskCommand &m_command;
    AskReport &m_report;
    const Scope m_scope;
    const bool m_isCatalog;
    QSet<QString> m_told, m_names;
    QHash<Code, int> m_times;
    QList<Named> m_outside; ///< names of others, which may still come
    bool m_ownCame = false; ///< an item with the ID of the device
    QStringList m_ownParents;
    qsizetype m_more = 0;
};

} // namespace gb
