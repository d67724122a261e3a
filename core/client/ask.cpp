#include "core/client/ask.h"

#include <algorithm>

namespace gb {

int AskSnapshot::came() const
{
    return static_cast<int>(std::count_if(pictures.begin(), pictures.end(),
        [](const AskPicture &one) { return one.format != AskPicture::Format::None; }));
}

/// Each once. False where there is no room, or it stands there.
bool AskReport::add(AskOddity::Code code, const QString &a, const QString &b)
{
    AskOddity oddity{code, a, b};
    if (oddities.size() >= maxOddities || oddities.contains(oddity))
        return false;
    oddities.append(std::move(oddity));
    return true;
}

QString AskReport::field(QStringView path) const
{
    for (const auto &[name, value] : fields) {
        if (name == path)
            return value;
    }
    return {};
}

} // namespace gb
