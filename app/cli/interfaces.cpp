#include "app/cli/interfaces.h"

#include "app/cli/commandline.h"
#include "app/cli/echo.h"
#include "app/cli/jsonlines.h"
#include "app/cli/output.h"
#include "core/capture/livecapture.h"

#include <QJsonArray>

namespace gb::cli {

int listInterfaces()
{
    QString detail;
    const QList<CaptureInterface> cards = captureInterfaces(&detail);
    if (!detail.isEmpty()) {
        complain(echoed(detail));
        return Failed;
    }
    Output out;
    for (const CaptureInterface &card : cards) {
        out.write(line({{QStringLiteral("name"), card.name}, {QStringLiteral("description"), card.description},
                      {QStringLiteral("addresses"), QJsonArray::fromStringList(card.addresses)},
                      {QStringLiteral("loopback"), card.loopback}, {QStringLiteral("up"), card.up}})
            + '\n');
    }
    return out.finish() ? Success : Failed;
}

} // namespace gb::cli
