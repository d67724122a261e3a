#include "ui/widgets/theme.h"

#include "ui/widgets/textsize.h"

#include <QApplication>
#include <QFontDatabase>
#include <QStyleFactory>

namespace gb::ui {
namespace {

const Colours light{.online = QColor(0x1a, 0x7f, 0x37),
    .late = QColor(0x95, 0x5b, 0x00),
    .offline = QColor(0x63, 0x6c, 0x76),
    .failed = QColor(0xc9, 0x26, 0x2c),
    .request = QColor(0x1f, 0x23, 0x28),
    .success = QColor(0x1a, 0x7f, 0x37),
    .challenge = QColor(0x09, 0x69, 0xda),
    .failure = QColor(0xc9, 0x26, 0x2c),
    .media = QColor(0x82, 0x50, 0xdf),
    .accent = QColor(0x09, 0x69, 0xda),
    .muted = QColor(0x63, 0x6c, 0x76),
    .grid = QColor(0xd8, 0xde, 0xe4)};

const Colours dark{.online = QColor(0x4a, 0xc2, 0x6b),
    .late = QColor(0xe3, 0xa3, 0x3b),
    .offline = QColor(0x9a, 0xa4, 0xaf),
    .failed = QColor(0xff, 0x7b, 0x72),
    .request = QColor(0xe6, 0xed, 0xf3),
    .success = QColor(0x4a, 0xc2, 0x6b),
    .challenge = QColor(0x6c, 0xb6, 0xff),
    .failure = QColor(0xff, 0x7b, 0x72),
    .media = QColor(0xc2, 0x97, 0xff),
    .accent = QColor(0x6c, 0xb6, 0xff),
    .muted = QColor(0x9a, 0xa4, 0xaf),
    .grid = QColor(0x38, 0x3f, 0x47)};

Scheme scheme = Scheme::Light;

QPalette paletteOf(Scheme which)
{
    const bool isDark = which == Scheme::Dark;
    const QColor window = isDark ? QColor(0x1c, 0x21, 0x28) : QColor(0xf6, 0xf8, 0xfa);
    const QColor base = isDark ? QColor(0x16, 0x1b, 0x22) : QColor(Qt::white);
    const QColor text = isDark ? QColor(0xe6, 0xed, 0xf3) : QColor(0x1f, 0x23, 0x28);
    const QColor disabled = isDark ? QColor(0x76, 0x80, 0x8b) : QColor(0x8c, 0x95, 0x9f);
    QPalette palette;
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::AlternateBase, isDark ? QColor(0x1b, 0x20, 0x27) : QColor(0xf6, 0xf8, 0xfa));
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::PlaceholderText, disabled);
    palette.setColor(QPalette::Button, isDark ? QColor(0x2a, 0x31, 0x3a) : QColor(0xee, 0xf1, 0xf4));
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, isDark ? dark.failed : light.failed);
    palette.setColor(QPalette::ToolTipBase, isDark ? QColor(0x2a, 0x31, 0x3a) : QColor(Qt::white));
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::Highlight, isDark ? QColor(0x1f, 0x4f, 0x86) : QColor(0xcf, 0xe4, 0xff));
    palette.setColor(QPalette::HighlightedText, text);
    palette.setColor(QPalette::Link, isDark ? dark.accent : light.accent);
    palette.setColor(QPalette::Light, isDark ? QColor(0x38, 0x3f, 0x47) : QColor(Qt::white));
    palette.setColor(QPalette::Mid, isDark ? QColor(0x38, 0x3f, 0x47) : QColor(0xc4, 0xcb, 0xd2));
    palette.setColor(QPalette::Dark, isDark ? QColor(0x0d, 0x11, 0x17) : QColor(0xaf, 0xb8, 0xc1));
    palette.setColor(QPalette::Shadow, isDark ? QColor(Qt::black) : QColor(0x8c, 0x95, 0x9f));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, disabled);
    return palette;
}

} // namespace

void applyScheme(Scheme which)
{
    scheme = which;
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    const QPalette palette = paletteOf(which);
    QApplication::setPalette(palette);
    // Fusion outlines these with a darker window colour, which nobody sees on a dark window
    QPalette outlined = palette;
    if (which == Scheme::Dark)
        outlined.setColor(QPalette::Window, QColor(0xb0, 0xb8, 0xc1));
    for (const char *indicator : {"QCheckBox", "QRadioButton"})
        QApplication::setPalette(outlined, indicator);
}

void applyTheme(const QString &theme)
{
    // Qt 6.4 has no word for it: asked once, ahead of our own palette
    static const bool systemIsDark = QApplication::palette().color(QPalette::Window).lightness() < 128;
    const bool isDark = theme == u"dark" || (theme != u"light" && systemIsDark);
    applyScheme(isDark ? Scheme::Dark : Scheme::Light);
}

Scheme currentScheme()
{
    return scheme;
}

const Colours &colours()
{
    return scheme == Scheme::Dark ? dark : light;
}

QChar stateShape(DeviceState state)
{
    switch (state) {
    case DeviceState::Online: return u'\u25cf';
    case DeviceState::Late:
    case DeviceState::NotAnswered:
    case DeviceState::Registering: return u'\u25d0';
    case DeviceState::AuthFailed: return u'\u2715';
    case DeviceState::NeverSeen:
    case DeviceState::Unknown:
    case DeviceState::Offline:
    case DeviceState::Unregistered:
    case DeviceState::Lapsed: break;
    }
    return u'\u25cb';
}

QColor stateColour(DeviceState state)
{
    const Colours &c = colours();
    switch (state) {
    case DeviceState::Online: return c.online;
    case DeviceState::Late:
    case DeviceState::NotAnswered: return c.late;
    case DeviceState::Registering: return c.challenge;
    case DeviceState::AuthFailed: return c.failed;
    case DeviceState::NeverSeen:
    case DeviceState::Unknown:
    case DeviceState::Offline:
    case DeviceState::Unregistered:
    case DeviceState::Lapsed: break;
    }
    return c.offline;
}

QFont monospace()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * textScale());
    return font;
}

} // namespace gb::ui
