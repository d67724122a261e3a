#include "app/cli/interfaces.h"

#include "app/cli/commandline.h"
#include "app/cli/echo.h"
#include "app/cli/jsonlines.h"
#include "core/capture/livecapture.h"

#include <QJsonArray>

#include <cstdio>

namespace gb::cli {

int listInterfaces()
{
    QString detail;
    const QList<CaptureInterface> cards = captureInterfaces(&detail);
    if (!detail.isEmpty()) {
        complain(echoed(detail));
        return Failed;
    }
    for (const CaptureInterface &card : cards) {
        const QByteArray text = line({{QStringLiteral("name"), card.name},
                                    {QStringLiteral("description"), card.description},
                                    {QStringLiteral("addresses"), QJsonArray::fromStringList(card.addresses)},
                                    {QStringLiteral("loopback"), card.loopback}, {QStringLiteral("up"), card.up}})
            + '\n';
        std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stdout);
    }
    return Success;
}

} // namespace gb::cli
