#pragma once
#include "ui/client/asking.h"
#include "ui/client/asktable.h"

namespace gb::ui {

/// Elements of an answer outside of its list: name, value, meaning. Of a setting that was read back what was asked for
/// and what the device has, which is marked where it differs.
class AskFields final : public AskTable
{
    Q_OBJECT
public:
    enum Column { Name, Value, Meaning };
    enum SettingColumn { Element, Wanted, Now, ElementMeaning };
    using AskTable::AskTable;

    void show(const AskReportPtr &report);
    int sourceRows() const override;
    int columns() const override { return isSetting() ? 4 : 3; }
    QString cell(int source, int column) const override;
    QString header(int column) const override;

protected:
    QVariant colour(int source, int column) const override;

private:
    bool isSetting() const { return m_report && !m_report->settings.isEmpty(); }
    QString settingCell(const AskSetting &setting, int column) const;

    AskReportPtr m_report;
};

/// Items of an answer: columns of the standard first, in its order, then others as they came.
class AskItems final : public AskTable
{
    Q_OBJECT
public:
    using AskTable::AskTable;

    void show(const AskReportPtr &report);
    const AskReportPtr &report() const { return m_report; }
    int sourceRows() const override { return m_report ? static_cast<int>(m_report->items.size()) : 0; }
    int columns() const override { return static_cast<int>(m_columns.size()); }
    QString cell(int source, int column) const override;
    QString header(int column) const override { return m_report->columns.value(m_columns.value(column)); }

protected:
    QString meaning(int column) const override;
    bool isNumber(int column) const override { return m_numbers.value(column); }

private:
    AskReportPtr m_report;
    QList<qsizetype> m_columns; ///< of the report
    QList<bool> m_numbers;
    QList<bool> m_secret; ///< called a password
};

} // namespace gb::ui
