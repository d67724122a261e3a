#pragma once
#include "core/ladder/messagelog.h"

#include <QObject>

class QCompleter;
class QLineEdit;
class QModelIndex;
class QStandardItemModel;

namespace gb::ui {

/// Offers fields and values while a filter is typed: what each field is, how many messages have each value.
class FilterCompleter final : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype most = 12; ///< values

    /// Both must outlive it.
    FilterCompleter(const MessageLog &log, QLineEdit *line);

    /// Offers what fits at the cursor; where nothing is typed there, only if `always`.
    void offer(bool always);
    const QStandardItemModel &offers() const { return *m_offers; }
    bool isOpen() const;
    /// That offer takes the place of what is typed at the cursor.
    void choose(const QModelIndex &offer);

private:
    void fill(bool always);
    void add(const QString &text, const QString &about);

    const MessageLog &m_log;
    QLineEdit *m_line;
    QCompleter *m_completer;
    QStandardItemModel *m_offers;
};

} // namespace gb::ui
