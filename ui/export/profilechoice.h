#pragma once
#include "core/report/profile.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace gb::ui {

/// What a file may show of the site: a list, and below it what the chosen one does. For the vendor, unless somebody
/// chooses another one.
class ProfileChoice final : public QWidget
{
    Q_OBJECT
public:
    explicit ProfileChoice(QWidget *parent = nullptr);

    Profile profile() const;
    /// What holds secrets is wanted only by who typed that.
    bool isConfirmed() const;
    QComboBox *box() const { return m_box; }
    /// Where Tab leaves it.
    QWidget *last() const;
    static constexpr const char *word = "secrets"; ///< that is typed, in any case of letters

signals:
    void confirmedChanged();

private:
    QComboBox *m_box;
    QLabel *m_meaning, *m_ask;
    QLineEdit *m_typed; ///< seen where it is needed
};

/// The button can be pressed only while the choice is confirmed.
void letOnlyConfirmed(QPushButton *button, ProfileChoice *choice);

} // namespace gb::ui
