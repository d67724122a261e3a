#pragma once
#include "ui/devices/devicetablemodel.h"
#include "ui/devices/emptystate.h"

#include <QWidget>

class QLineEdit;
class QStackedWidget;

namespace gb::ui {

class DeviceView;
class SummaryBar;

/**
 * The devices: a line of counts, a filter, the table, and words in place of the table where it is empty.
 * The owner brings the news by apply() and the time by setNow(), once a second.
 */
class DevicePanel final : public QWidget
{
    Q_OBJECT
public:
    explicit DevicePanel(QWidget *parent = nullptr);

    void apply(const QList<DeviceSnapshot> &devices, const QStringList &gone, TimePoint now);
    void setNow(TimePoint now);
    void setAliases(const QHash<QString, QString> &aliases);

    /// Shown while there is no device and no setup hint. Plain text.
    void setEmptyState(const QString &title, const QStringList &lines);
    /// Label and value of what to type into a camera, shown while there is no device; empty while nothing listens.
    void setSetupHint(const QList<SetupValue> &values);

    QStringList selectedIds() const;
    void select(const QStringList &ids);
    /// Lets the user type an alias for the current device.
    void rename();
    void focusFilter();
    void clearFilters();

    QByteArray saveState() const;
    bool restoreState(const QByteArray &state);

    DeviceTableModel *model() const { return m_model; }
    DeviceView *view() const { return m_view; }

signals:
    void selectionChanged(const QStringList &ids);
    /// Enter or a double click on a device.
    void activated(const QString &id);
    void aliasEdited(const QString &id, const QString &alias);
    /// At this place of the screen: what can be done with the selected devices.
    void menuRequested(const QPoint &at);
    /// The camera card, from the setup hint.
    void cardRequested();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void connectParts();
    void retranslate();
    void refresh();
    void showEmpty();

    DeviceTableModel *m_model;
    SummaryBar *m_summary;
    QLineEdit *m_filter;
    DeviceView *m_view;
    EmptyState *m_empty;
    QStackedWidget *m_pages;
    bool m_namesShown = false; ///< those of expected devices
    QString m_emptyTitle;
    QStringList m_emptyLines;
    QList<SetupValue> m_hint;
};

} // namespace gb::ui
