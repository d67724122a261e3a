#pragma once
#include "core/report/profile.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace gb::ui {

/// What a file may show of the site: a list, and below it what the chosen one does. For the vendor, unless somebody
/// chooses another one.
class ProfileChoice final : public QWidget
{
    Q_OBJECT
public:
    explicit ProfileChoice(QWidget *parent = nullptr);

    Profile profile() const;
    QComboBox *box() const { return m_box; }

private:
    QComboBox *m_box;
    QLabel *m_meaning;
};

} // namespace gb::ui
