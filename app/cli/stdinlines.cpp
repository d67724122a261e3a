#include "app/cli/stdinlines.h"

#include "core/base/handover.h"

#include <QCoreApplication>
#include <QFile>
#include <QPointer>

#include <cstdio>
#include <thread>

namespace gb::cli {

constexpr qsizetype maxLine = 4096; ///< octets; what is over is left out

void readStandardInput(QObject *context, std::function<void(const QString &)> take)
{
    // A thread that may wait in read() for ever; it holds nothing but a guarded pointer and ends with the program.
    std::thread([guarded = QPointer<QObject>(context), take = std::move(take)] {
        QFile input;
        if (!input.open(fileno(stdin), QIODevice::ReadOnly | QIODevice::Unbuffered))
            return;
        QByteArray text;
        for (char c = 0; input.read(&c, 1) == 1;) {
            if (c != '\n') {
                if (text.size() < maxLine)
                    text += c;
                continue;
            }
            const QString command = QString::fromUtf8(text).trimmed();
            text.clear();
            if (QCoreApplication *app = QCoreApplication::instance(); app && !command.isEmpty()) {
                handOver(app, [guarded, take, command] {
                    if (guarded)
                        take(command);
                });
            }
        }
    }).detach();
}

} // namespace gb::cli
