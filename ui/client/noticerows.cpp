#include "ui/client/noticerows.h"

#include "core/report/words/shownclock.h"

#include <QCoreApplication>

namespace gb::ui {

NoticeRows::NoticeRows(AskReport began)
    : m_report(std::move(began))
{
    columnOf(QCoreApplication::translate("NoticeRows", "Came at"));
}

qsizetype NoticeRows::columnOf(const QString &name)
{
    const auto known = m_columns.constFind(name);
    if (known != m_columns.cend())
        return *known;
    if (m_report.columns.size() >= mostColumns)
        return -1;
    m_report.columns.append(name);
    m_columns.insert(name, m_report.columns.size() - 1);
    return m_report.columns.size() - 1;
}

void NoticeRows::addRow(const AskReport &content, const QStringList &item)
{
    QStringList row{wording::exactClock(content.at)};
    const auto put = [&](const QString &name, const QString &value) {
        const qsizetype column = columnOf(name);
        if (column < 0)
            return;
        row.resize(std::max(row.size(), column + 1));
        row[column] = value;
    };
    for (const auto &[name, value] : content.fields)
        put(name, value);
    for (qsizetype i = 0; i < item.size(); ++i)
        put(content.columns.at(i), item[i]);
    if (m_report.items.size() >= most) {
        m_report.items.removeFirst();
        ++m_report.dropped;
    }
    m_report.items.append(row);
}

void NoticeRows::add(const AskNotice &notice)
{
    const AskReport &content = notice.content;
    m_report.missed += notice.missed;
    ++m_report.notices;
    for (const QStringList &item : content.items)
        addRow(content, item);
    if (content.items.isEmpty())
        addRow(content, {});
    for (const AskOddity &one : content.oddities)
        m_report.add(one.code, one.a, one.b);
}

AskReport NoticeRows::ended(const AskReport &end) const
{
    AskReport whole = end;
    whole.columns = m_report.columns;
    whole.items = m_report.items;
    whole.oddities = m_report.oddities;
    whole.missed = m_report.missed;
    whole.dropped = m_report.dropped;
    return whole;
}

} // namespace gb::ui
