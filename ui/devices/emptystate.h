#pragma once
#include <QList>
#include <QScrollArea>
#include <QStringList>

class QGridLayout;
class QLabel;
class QPushButton;

namespace gb::ui {

/// To be typed into a device.
struct SetupValue
{
    QString label, value;
    bool secret = false; ///< shown when it is asked for; copied all the same
    bool operator==(const SetupValue &) const = default;
};

/// What stands in the place of an empty table and says what to do. All texts are plain.
class EmptyState final : public QScrollArea
{
    Q_OBJECT
public:
    explicit EmptyState(QWidget *parent = nullptr);

    /// `values` are label and value, large and to be copied; `action` is the text of the button, none where it is
    /// empty.
    void setContents(const QString &title, const QStringList &lines, const QList<SetupValue> &values = {},
        const QString &action = {});

signals:
    void actionTriggered();

private:
    void showValues(const QList<SetupValue> &values);
    void addValue(int row, const SetupValue &value);
    QWidget *withEye(const SetupValue &value, QLabel *text);

    QLabel *m_title;
    QLabel *m_lines;
    QWidget *m_values;
    QGridLayout *m_grid;
    QPushButton *m_action;
    QList<SetupValue> m_shown;
    QString m_shownTitle; ///< the rows are built anew with another title, too: the language may be another
};

} // namespace gb::ui
