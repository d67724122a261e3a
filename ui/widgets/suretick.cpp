#include "ui/widgets/suretick.h"

#include <utility>

namespace gb::ui {

SureTick::SureTick(QWidget *parent)
    : QCheckBox(parent)
{
    hide();
}

void SureTick::show(bool needed, const QStringList &what)
{
    m_needed = needed;
    setVisible(needed);
    if (std::exchange(m_what, what) != what || !needed)
        setChecked(false);
}

void SureTick::use()
{
    if (!isChecked())
        return;
    setFocus();
    setChecked(false);
}

} // namespace gb::ui
