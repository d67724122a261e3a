#pragma once
#include <QCheckBox>
#include <QStringList>

namespace gb::ui {

/// The tick ahead of what cannot be taken back. It holds for one thing, and for one time.
class SureTick final : public QCheckBox
{
public:
    explicit SureTick(QWidget *parent = nullptr);

    /// `what`: all that it is given for, such as whom it concerns. Goes as soon as any of it is something else.
    void show(bool needed, const QStringList &what);
    /// It is given, or none is needed.
    bool allows() const { return !m_needed || isChecked(); }
    /// What it was for is done. Takes the focus from the button that is disabled by that.
    void use();

private:
    bool m_needed = false;
    QStringList m_what;
};

} // namespace gb::ui
