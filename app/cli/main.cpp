#include "app/cli/askoptions.h"
#include "app/cli/commandline.h"
#include "app/cli/compare.h"
#include "app/cli/echo.h"
#include "app/cli/freeoptions.h"
#include "app/cli/interfaces.h"
#include "app/cli/offline.h"
#include "app/cli/output.h"
#include "app/cli/serve.h"
#include "app/cli/simulate.h"
#include "app/cli/statistics.h"
#include "core/base/pipes.h"
#include "core/net/socketcare.h"

#include <QCoreApplication>
#include <QTranslator>

using namespace gb::cli;

namespace {

template<typename... F>
struct Overloaded : F...
{
    using F::operator()...;
};
template<typename... F>
Overloaded(F...) -> Overloaded<F...>;

/// English where nothing was chosen, whatever the system's language: programs read what this one writes.
void speak(const QString &language)
{
    static QTranslator translator;
    if (!language.isEmpty() && translator.load(QStringLiteral(":/i18n/gbscope_%1.qm").arg(language)))
        QCoreApplication::installTranslator(&translator);
}

const QString plural = QStringLiteral("en"); ///< English that was not chosen, where it has numbers

int show(const Usage &usage)
{
    if (usage.status != Success) {
        complain(usage.text);
        return usage.status;
    }
    Output out;
    out.write(usage.text.toLocal8Bit());
    return out.finish() ? Success : Failed;
}

} // namespace

int main(int argc, char *argv[])
{
    gb::pipes::holdStandardStreams();
    gb::pipes::surviveClosedReaders();
    QCoreApplication app(argc, argv);
    gb::socketcare::speakDirectly();
    QCoreApplication::setApplicationName(QStringLiteral("gbscope-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(GBSCOPE_VERSION));
    return std::visit(Overloaded{
                          [](const Usage &usage) { return show(usage); },
                          [](const ServeCommand &command) {
                              speak(command.language);
                              Serve serve(command);
                              serve.start();
                              return serve.ended(QCoreApplication::exec());
                          },
                          [](InterfacesCommand) { return listInterfaces(); },
                          [](CommandsCommand) { return listCommands(); },
                          [](const ShowCommand &command) {
                              return command.message ? showFree(*command.message, command.question.device)
                                                     : showMessage(command.question);
                          },
                          [](const AnalyzeCommand &command) {
                              speak(command.language.isEmpty() && command.text ? plural : command.language);
                              return command.statistics ? statistics(command) : analyze(command);
                          },
                          [](const CompareCommand &command) {
                              speak(command.language.isEmpty() ? plural : command.language);
                              return compare(command);
                          },
                          [](const ExportCommand &command) {
                              speak(command.language.isEmpty() ? plural : command.language);
                              return exportFile(command);
                          },
                          [](const ReportCommand &command) {
                              speak(command.language.isEmpty() ? plural : command.language);
                              return reportFile(command);
                          },
                          [](const SimulateCommand &command) {
                              Simulate simulate(command);
                              simulate.start();
                              return simulate.ended(QCoreApplication::exec());
                          },
                      },
        parseCommandLine(QCoreApplication::arguments()));
}
