#include "ui/preferences/looks.h"

#include "ui/settings/languages.h"
#include "ui/widgets/textsize.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QEvent>

namespace gb::ui {

void applyLooks(const Preferences &before, const Preferences &now, Languages &languages)
{
    if (now.language != before.language)
        languages.use(now.language);
    if (now.theme != before.theme)
        applyTheme(now.theme);
    if (now.textSize != before.textSize)
        setTextSize(now.textSize);
    if (now.clock != before.clock) {
        wording::setShownClock(now.clock);
        // Whoever shows a time makes its texts anew, as for another language
        QCoreApplication::postEvent(QCoreApplication::instance(), new QEvent(QEvent::LanguageChange));
    }
}

void beginLooks(const Preferences &preferences)
{
    setTextSize(preferences.textSize);
    wording::setShownClock(preferences.clock);
}

} // namespace gb::ui
