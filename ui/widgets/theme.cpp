#include "ui/widgets/theme.h"

#include "ui/widgets/edgedstyle.h"
#include "ui/widgets/textsize.h"

#include <QApplication>
#include <QFontDatabase>

namespace gb::ui {
namespace {

const Colours light{.online = QColor(0x16, 0x6b, 0x2f),
    .late = QColor(0x7f, 0x4d, 0x00),
    .offline = QColor(0x56, 0x5e, 0x67),
    .failed = QColor(0xb8, 0x1f, 0x26),
    .request = QColor(0x1f, 0x23, 0x28),
    .success = QColor(0x16, 0x6b, 0x2f),
    .challenge = QColor(0x05, 0x58, 0xbd),
    .failure = QColor(0xb8, 0x1f, 0x26),
    .media = QColor(0x74, 0x40, 0xc9),
    .accent = QColor(0x05, 0x58, 0xbd),
    .muted = QColor(0x56, 0x5e, 0x67),
    .grid = QColor(0xd8, 0xde, 0xe4),
    .edge = QColor(0x82, 0x87, 0x8d)};

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
    .grid = QColor(0x38, 0x3f, 0x47),
    .edge = QColor(0x7e, 0x83, 0x89)};

Scheme scheme = Scheme::Light;

QPalette paletteOf(Scheme which)
{
    const bool isDark = which == Scheme::Dark;
    const QColor window = isDark ? QColor(0x1c, 0x21, 0x28) : QColor(0xf6, 0xf8, 0xfa);
    const QColor base = isDark ? QColor(0x16, 0x1b, 0x22) : QColor(Qt::white);
    const QColor text = isDark ? QColor(0xe6, 0xed, 0xf3) : QColor(0x1f, 0x23, 0x28);
    const QColor muted = isDark ? dark.muted : light.muted; // what is disabled is read, too: why it is so
    QPalette palette;
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::AlternateBase, isDark ? QColor(0x1b, 0x20, 0x27) : QColor(0xf6, 0xf8, 0xfa));
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::PlaceholderText, muted);
    palette.setColor(QPalette::Button, isDark ? QColor(0x2a, 0x31, 0x3a) : QColor(0xee, 0xf1, 0xf4));
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, isDark ? dark.failed : light.failed);
    palette.setColor(QPalette::ToolTipBase, isDark ? QColor(0x2a, 0x31, 0x3a) : QColor(Qt::white));
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::Highlight, isDark ? QColor(0x17, 0x38, 0x5f) : QColor(0xd6, 0xe8, 0xff));
    palette.setColor(QPalette::HighlightedText, text);
    palette.setColor(QPalette::Link, isDark ? dark.accent : light.accent);
    palette.setColor(QPalette::Light, isDark ? QColor(0x38, 0x3f, 0x47) : QColor(Qt::white));
    palette.setColor(QPalette::Mid, isDark ? QColor(0x38, 0x3f, 0x47) : QColor(0xc4, 0xcb, 0xd2));
    palette.setColor(QPalette::Dark, isDark ? QColor(0x0d, 0x11, 0x17) : QColor(0xaf, 0xb8, 0xc1));
    palette.setColor(QPalette::Shadow, isDark ? QColor(Qt::black) : QColor(0x8c, 0x95, 0x9f));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, muted);
    return palette;
}

} // namespace

void applyScheme(Scheme which)
{
    scheme = which;
    QApplication::setStyle(new EdgedStyle);
    const QPalette palette = paletteOf(which);
    QApplication::setPalette(palette);
    // Fusion outlines these with their window colour, darker by 1.4: too weak on either window
    QPalette outlined = palette;
    const QColor edge = colours().edge;
    outlined.setColor(QPalette::Window, edge.lighter(142));
    for (const char *control :
        {"QCheckBox", "QRadioButton", "QPushButton", "QLineEdit", "QComboBox", "QAbstractSpinBox", "QGroupBox"})
        QApplication::setPalette(outlined, control);
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
