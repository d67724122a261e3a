#pragma once
#include "ui/site/sitesummary.h"

#include <QElapsedTimer>
#include <QWidget>

class QCheckBox;
class QPushButton;
class QSystemTrayIcon;

namespace gb::ui {

/// A text of one or two lines of `width` pixels: the second is cut with dots where it must be.
QStringList twoLines(const QString &text, const QFont &font, int width);

/// The figures and the list of troubles, painted as large as the room allows.
class OverviewCanvas final : public QWidget
{
    Q_OBJECT
public:
    explicit OverviewCanvas(QWidget *parent = nullptr);
    void show(const SiteSummary &summary);
    /// How many troubles have a line of their own at this size.
    int lines() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString figure() const;
    int unit() const;
    int lineHeight() const { return unit() * 8 / 5; }
    QRect troubleRoom() const;
    void paintFigures(QPainter &painter, const QRect &room) const;
    void paintTroubles(QPainter &painter, const QRect &room) const;
    int nameWidth(const QFontMetrics &metrics, int room) const;
    void paintTrouble(QPainter &painter, const Trouble &trouble, const QString &why, const QRect &row, int name) const;

    SiteSummary m_summary;
};

/// A page to leave open while walking to the next pole: readable from two metres, with a sound or a notice when
/// something changes, where that is wanted.
class SiteOverview final : public QWidget
{
    Q_OBJECT
public:
    static constexpr int noticeLines = 3;

    SiteOverview(const DeviceTableModel &devices, const FindingsModel &findings, QWidget *parent);
    ~SiteOverview() override;

    /// Once a second; changes are told though the page is hidden.
    void refresh(TimePoint now);
    void setTelling(bool sound, bool notice);

signals:
    /// A person changed how changes are told.
    void tellingChanged(bool sound, bool notice);
    /// What was told, for whoever tells it on.
    void told(const QStringList &lines);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void retranslate();
    void tell(const QStringList &lines);

    const DeviceTableModel &m_devices;
    const FindingsModel &m_findings;
    OverviewCanvas *m_canvas;
    QCheckBox *m_sound, *m_notice;
    QPushButton *m_full;
    QSystemTrayIcon *m_tray = nullptr;
    SiteSummary m_last;
    TimePoint m_now{};
};

} // namespace gb::ui
