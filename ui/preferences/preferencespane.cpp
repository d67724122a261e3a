#include "ui/preferences/keysdialog.h"
#include "ui/preferences/looks.h"
#include "ui/preferences/preferencesdialog.h"
#include "ui/settings/appsettings.h"
#include "ui/workspace/desk.h"
#include "ui/workspace/pane.h"

namespace gb::ui {

/// The dialogs of preferences and of keys.
class PreferencesPane final : public Pane
{
    Q_OBJECT
public:
    explicit PreferencesPane(Desk &desk)
        : Pane(desk, "preferences")
    {
    }

    void start() override;
    void restore() override { m_desk.commands().useKeys(keyChoices(m_desk.settings())); }

private:
    void ask();
    void askForKeys();
};

void PreferencesPane::start()
{
    m_desk.commands().add({.id = QStringLiteral("view.preferences"),
        .text = words(QT_TRANSLATE_NOOP("Commands", "&Preferences\u2026")),
        .keys = {QKeySequence(Qt::CTRL | Qt::Key_Comma)},
        .spots = {{Menu::View, 12}},
        .run = [this] { ask(); }});
    m_desk.commands().add({.id = QStringLiteral("view.keys"),
        .text = words(QT_TRANSLATE_NOOP("Commands", "Change &keys\u2026")),
        .spots = {{Menu::View, 15}},
        .run = [this] { askForKeys(); }});
}

void PreferencesPane::ask()
{
    AppSettings &settings = m_desk.settings();
    Preferences shown = settings.preferences();
    PreferencesDialog dialog(shown, AppSettings::usualSessionFolder(), m_desk.window());
    connect(&dialog, &PreferencesDialog::changed, this, [&](const Preferences &now) {
        settings.setPreferences(now);
        applyLooks(std::exchange(shown, now), now, m_desk.languages());
    });
    dialog.exec();
}

void PreferencesPane::askForKeys()
{
    AppSettings &settings = m_desk.settings();
    KeysDialog dialog(m_desk.commands(), keyChoices(settings), m_desk.window());
    if (dialog.exec() != QDialog::Accepted)
        return;
    saveKeyChoices(settings, dialog.choices());
    m_desk.commands().useKeys(dialog.choices());
}

Pane *makePreferencesPane(Desk &desk)
{
    return new PreferencesPane(desk);
}

} // namespace gb::ui

#include "preferencespane.moc"
