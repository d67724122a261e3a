#pragma once
#include <QList>
#include <QPair>
#include <QScrollArea>
#include <QStringList>

class QGridLayout;
class QLabel;
class QPushButton;

namespace gb::ui {

/// What stands in the place of an empty table and says what to do. All texts are plain.
class EmptyState final : public QScrollArea
{
    Q_OBJECT
public:
    explicit EmptyState(QWidget *parent = nullptr);

    /// `values` are label and value, large and to be copied; `action` is the text of the button, none where it is
    /// empty.
    void setContents(const QString &title, const QStringList &lines, const QList<QPair<QString, QString>> &values = {},
        const QString &action = {});

signals:
    void actionTriggered();

private:
    void showValues(const QList<QPair<QString, QString>> &values);
    void addValue(int row, const QString &label, const QString &value);

    QLabel *m_title;
    QLabel *m_lines;
    QWidget *m_values;
    QGridLayout *m_grid;
    QPushButton *m_action;
    QList<QPair<QString, QString>> m_shown;
    QString m_shownTitle; ///< the rows are built anew with another title, too: the language may be another
};

} // namespace gb::ui
