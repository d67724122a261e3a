#include "ui/settings/keychoices.h"

#include "ui/settings/appsettings.h"

#include <algorithm>

namespace gb::ui {
namespace {

constexpr char part[] = "keys";
constexpr qsizetype mostOctets = 64 * 1024;

QList<QKeySequence> keysIn(const QString &text)
{
    QList<QKeySequence> keys;
    for (const QKeySequence &key : QKeySequence::listFromString(text, QKeySequence::PortableText)) {
        const bool known = key.count() == 1 && key[0].key() != Qt::Key_unknown;
        if (known && keys.size() < mostKeys && !keys.contains(key) && !isForMoving(key))
            keys.append(key);
    }
    return keys;
}

bool isId(const QByteArray &text)
{
    return !text.isEmpty()
        && std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && static_cast<uchar>(c) < 0x7f; });
}

} // namespace

/// A line each: the id, a blank, the keys.
KeyChoices keyChoices(const AppSettings &settings)
{
    KeyChoices choices;
    for (const QByteArray &line : settings.layout(QLatin1String(part)).left(mostOctets).split('\n')) {
        const qsizetype blank = line.indexOf(' ');
        if (blank <= 0 || !isId(line.left(blank)) || choices.size() >= mostKeyChoices)
            continue;
        const QString text = QString::fromUtf8(line.mid(blank + 1));
        const QList<QKeySequence> keys = keysIn(text);
        if (!keys.isEmpty() || text.isEmpty())
            choices.insert(QString::fromUtf8(line.left(blank)), keys);
    }
    return choices;
}

void saveKeyChoices(AppSettings &settings, const KeyChoices &choices)
{
    QByteArray lines;
    for (auto it = choices.cbegin(); it != choices.cend(); ++it)
        lines += it.key().toUtf8() + ' ' + QKeySequence::listToString(*it, QKeySequence::PortableText).toUtf8() + '\n';
    settings.setLayout(QLatin1String(part), lines);
}

bool isForMoving(const QKeySequence &key)
{
    static constexpr Qt::Key moving[] = {Qt::Key_Up, Qt::Key_Down, Qt::Key_Left, Qt::Key_Right, Qt::Key_Home,
        Qt::Key_End, Qt::Key_PageUp, Qt::Key_PageDown, Qt::Key_Return, Qt::Key_Enter, Qt::Key_Escape, Qt::Key_Tab,
        Qt::Key_Backtab, Qt::Key_Backspace, Qt::Key_Delete};
    if (key.isEmpty() || (key[0].keyboardModifiers() & ~Qt::ShiftModifier) != Qt::NoModifier)
        return false;
    return std::find(std::begin(moving), std::end(moving), key[0].key()) != std::end(moving);
}

} // namespace gb::ui
