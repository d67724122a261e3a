#pragma once
#include "core/client/ask.h"

#include <QHash>

namespace gb::ui {

/// What came because of a subscription as one table: a row a NOTIFY, or one for each item of it.
class NoticeRows
{
public:
    static constexpr qsizetype most = 2000; ///< rows; the oldest go first
    static constexpr qsizetype mostColumns = 64;

    NoticeRows() = default;
    /// `began`: that the device accepted it.
    explicit NoticeRows(AskReport began);

    void add(const AskNotice &notice);
    /// The report with all rows; `end`: how it ended, where it has.
    const AskReport &report() const { return m_report; }
    AskReport ended(const AskReport &end) const;
    qint64 missed() const { return m_report.missed; }

private:
    qsizetype columnOf(const QString &name);
    void addRow(const AskReport &content, const QStringList &item);

    AskReport m_report;
    QHash<QString, qsizetype> m_columns;
};

} // namespace gb::ui
