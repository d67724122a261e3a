#pragma once
#include "ui/client/asking.h"

#include <QWidget>

namespace gb::ui {

/// Recordings of an answer to RecordInfo as blocks on a line of time, and in words what lies between them.
class RecordLine final : public QWidget
{
    Q_OBJECT
public:
    explicit RecordLine(QWidget *parent = nullptr);

    void show(const AskReportPtr &report);
    /// "12 recordings, 3 gaps, the longest 2 h 3 min"
    QString summary() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    /// Call on QEvent::LanguageChange.
    void retranslate();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Block
    {
        TimePoint from{}, to{};
        bool alarm = false;
        int item = 0;
    };

    void count();
    QRectF bar() const;
    double xOf(TimePoint at) const;
    const Block *blockAt(double x) const;

    AskReportPtr m_report;
    std::vector<Block> m_blocks; ///< by their beginning
    TimePoint m_from{}, m_to{};
    int m_gaps = 0, m_overlaps = 0, m_unreadable = 0;
    Duration m_longest{};
};

} // namespace gb::ui
