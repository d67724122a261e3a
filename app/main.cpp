#include "core/base/clock.h"
#include "core/base/pipes.h"
#include "core/capture/filetarget.h"
#include "core/capture/sessionfolder.h"
#include "core/message/deviceid.h"
#include "core/net/endpointtext.h"
#include "core/net/socketcare.h"
#include "core/session/filesession.h"
#include "core/session/livesession.h"
#include "core/simulator/demofleet.h"
#include "ui/listen/serverguard.h"
#include "ui/preferences/looks.h"
#include "ui/settings/appsettings.h"
#include "ui/settings/languages.h"
#include "ui/widgets/theme.h"
#include "ui/workspace/mainwindow.h"

#include "app/argumentcheck.h"
#include "app/pictureexport.h"
#include "app/terminationsignal.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QIcon>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <vector>

using namespace gb;
using namespace gb::ui;

namespace {

constexpr int wrongArguments = 2;

/// Said when the language is known.
struct Problem
{
    const char *text;
    QString a, b;
    QString words() const
    {
        const QString all = QCoreApplication::translate("arguments", text);
        return a.isEmpty() ? all : all.arg(a, b);
    }
};

struct Arguments
{
    QStringList files;
    std::optional<ServerConfig> server;
    QString capture; ///< a network card
    std::optional<Endpoint> hep;
    QString settings, session, language, theme;
    std::optional<PictureExport> picture; ///< instead of a window
    bool demo = false;
    QList<Problem> problems; ///< of the arguments: nothing is started then
};

constexpr const char *noEndpoint = QT_TRANSLATE_NOOP(
    "arguments", "--%1 takes ADDRESS:PORT, an IP address and a port from 0 to 65535; \"%2\" is none. Nothing listens.");
constexpr const char *noOne = QT_TRANSLATE_NOOP(
    "arguments", "--%1 takes the address of one computer; %2 is for many (multicast or broadcast). Nothing listens.");
constexpr const char *noPassword = QT_TRANSLATE_NOOP(
    "arguments", "--password is empty. Leave it out if devices register without one. Nothing listens.");
constexpr const char *noServer = QT_TRANSLATE_NOOP(
    "arguments", "--id, --domain or --password cannot be used. Nothing listens.");

/// Empty, and a problem, where it is none: then nothing listens.
std::optional<Endpoint> endpointOf(const QCommandLineParser &parser, const QString &option, QList<Problem> &problems)
{
    const QString text = parser.value(option);
    const auto endpoint = readEndpoint(text, 0);
    if (!endpoint)
        problems.append({noEndpoint, option, printable(text, 80)});
    else if (isGroup(endpoint->address))
        problems.append({noOne, option, endpoint->address.toString()});
    return endpoint;
}

void refuse(const QString &text)
{
    std::fprintf(stderr, "%s\n", qPrintable(printable(text, 2048)));
    std::exit(wrongArguments);
}

/// Ends the program. All of it is written, or it says so.
void showAndLeave(const QString &text)
{
    pipes::surviveClosedReaders();
    const pipes::Outcome outcome = pipes::write(pipes::Stream::Out, text.toLocal8Bit());
    if (outcome != pipes::Outcome::Written)
        std::fprintf(stderr, "%s\n", qPrintable(pipes::lossText(outcome)));
    std::exit(outcome == pipes::Outcome::Written ? EXIT_SUCCESS : EXIT_FAILURE);
}

/// The settings are written to as well.
void checkFiles(const Arguments &arguments)
{
    for (const QString &file : {arguments.session, arguments.settings}) {
        if (QFileInfo(file).exists() && !QFileInfo(file).isFile())
            refuse(QStringLiteral("%1: %2").arg(file, filetarget::objection(file)));
    }
}

Arguments readArguments(const QStringList &given)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Console for commissioning GB/T 28181 devices."));
    const QCommandLineOption help(
        {QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Displays help on commandline options."));
    parser.addOption(help);
    const QCommandLineOption version = parser.addVersionOption();
    QList<OptionKind> kinds;
    const auto option = [&](const char *name, const char *what, const char *value = nullptr) {
        parser.addOption(QCommandLineOption(
            QString::fromLatin1(name), QString::fromLatin1(what), QString::fromLatin1(value ? value : "")));
        kinds.append({QString::fromLatin1(name), value != nullptr});
    };
    option("demo", "Start with virtual cameras on this computer.");
    option("listen", "Listen at once.", "ADDRESS:PORT");
    option("capture", "Watch this network card at once.", "INTERFACE");
    option("hep", "Receive HEP at once.", "ADDRESS:PORT");
    option("id", "SIP server ID, 20 digits.", "ID");
    option("domain", "SIP domain.", "DOMAIN");
    option("password", "Password of the devices.", "PASSWORD");
    option("session", "Record into this file; where it exists, into the next free name.", "FILE");
    option("settings", "Read and keep the settings in this file.", "FILE");
    option("language", "en or zh_CN.", "LANGUAGE");
    option("theme", "light or dark.", "THEME");
    for (const PictureExport::Option &one : PictureExport::options)
        option(one.name, one.what, one.value);
    parser.addPositionalArgument(QStringLiteral("files"),
        QStringLiteral("Captures to open; several are shown together, in the order of time."),
        QStringLiteral("[FILE...]"));
    const bool understood = parser.parse(given);
    if (parser.isSet(help))
        showAndLeave(parser.helpText());
    if (parser.isSet(version))
        showAndLeave(QStringLiteral("gbscope " GBSCOPE_VERSION "\n"));
    if (!understood)
        refuse(parser.errorText());
    if (const QString problem = argumentProblem(given, kinds); !problem.isEmpty())
        refuse(problem);
    Arguments arguments;
    arguments.files = parser.positionalArguments();
    arguments.demo = parser.isSet(QStringLiteral("demo"));
    arguments.settings = parser.value(QStringLiteral("settings"));
    arguments.session = parser.value(QStringLiteral("session"));
    arguments.language = parser.value(QStringLiteral("language"));
    arguments.theme = parser.value(QStringLiteral("theme"));
    if (parser.isSet(QStringLiteral("listen"))) {
        const auto listen = endpointOf(parser, QStringLiteral("listen"), arguments.problems);
        ServerConfig config;
        config.address = listen.value_or(Endpoint()).address;
        config.port = listen.value_or(Endpoint()).port;
        if (parser.isSet(QStringLiteral("id")))
            config.serverId = parser.value(QStringLiteral("id"));
        config.domain = parser.isSet(QStringLiteral("domain")) ? parser.value(QStringLiteral("domain"))
                                                               : config.serverId.left(10);
        config.password = parser.value(QStringLiteral("password"));
        if (parser.isSet(QStringLiteral("password")) && config.password.isEmpty()) // a variable that is not set
            arguments.problems.append({noPassword, {}, {}});
        else if (listen && problemOf(config) != ConfigProblem::None)
            arguments.problems.append({noServer, {}, {}});
        arguments.server = config;
    }
    for (const char *const name : {"session", "settings", "capture", "id", "domain"}) {
        if (parser.isSet(QString::fromLatin1(name)) && parser.value(QString::fromLatin1(name)).isEmpty())
            refuse(QStringLiteral("--%1 needs a value").arg(QString::fromLatin1(name)));
    }
    if (const QStringList known{QStringLiteral("en"), QStringLiteral("zh_CN")};
        parser.isSet(QStringLiteral("language")) && !known.contains(arguments.language))
        refuse(QStringLiteral("--language takes en or zh_CN"));
    if (const QStringList known{QStringLiteral("light"), QStringLiteral("dark")};
        parser.isSet(QStringLiteral("theme")) && !known.contains(arguments.theme))
        refuse(QStringLiteral("--theme takes light or dark"));
    checkFiles(arguments);
    QString problem;
    arguments.picture = PictureExport::read(parser, &problem);
    if (!problem.isEmpty())
        refuse(problem);
    arguments.capture = parser.value(QStringLiteral("capture"));
    if (parser.isSet(QStringLiteral("hep")))
        arguments.hep = endpointOf(parser, QStringLiteral("hep"), arguments.problems);
    return arguments;
}

/// Options of Qt, which its documentation of QGuiApplication and QApplication lists; the second is the number of
/// arguments it takes. A session manager says "-session ID", with one hyphen; "--session" is ours.
int qtArgument(QStringView text)
{
    static const QHash<QString, int> known{{QStringLiteral("platform"), 2}, {QStringLiteral("platformpluginpath"), 2},
        {QStringLiteral("platformtheme"), 2}, {QStringLiteral("plugin"), 2}, {QStringLiteral("qwindowgeometry"), 2},
        {QStringLiteral("geometry"), 2}, {QStringLiteral("qwindowicon"), 2}, {QStringLiteral("qwindowtitle"), 2},
        {QStringLiteral("icon"), 2}, {QStringLiteral("title"), 2}, {QStringLiteral("display"), 2},
        {QStringLiteral("style"), 2}, {QStringLiteral("stylesheet"), 2}, {QStringLiteral("reverse"), 1},
        {QStringLiteral("widgetcount"), 1}, {QStringLiteral("nograb"), 1}, {QStringLiteral("dograb"), 1}};
    if (text == u"-session")
        return 2;
    if (!text.startsWith(u'-'))
        return 0;
    const QStringView name = text.mid(text.startsWith(u"--") ? 2 : 1);
    const qsizetype equals = name.indexOf(u'=');
    const int count = known.value((equals < 0 ? name : name.left(equals)).toString());
    return equals < 0 ? count : std::min(count, 1);
}

QStringList withoutQtArguments(const QStringList &arguments)
{
    QStringList ours;
    for (qsizetype i = 0; i < arguments.size();) {
        if (arguments.at(i) == u"--")
            return ours + arguments.mid(i);
        const int qt = i == 0 ? 0 : qtArgument(arguments.at(i));
        if (qt == 0)
            ours.append(arguments.at(i));
        i += std::max(qt, 1);
    }
    return ours;
}

std::vector<char *> argumentsForQt(int argc, char *argv[])
{
    std::vector<char *> out{argv[0]};
    for (int i = 1; i < argc && std::strcmp(argv[i], "--") != 0;) {
        const int qt = qtArgument(QString::fromLocal8Bit(argv[i]));
        for (int taken = 0; taken < qt && i + taken < argc; ++taken)
            out.push_back(argv[i + taken]);
        i += std::max(qt, 1);
    }
    return out;
}

void nameProgram()
{
    QCoreApplication::setApplicationName(QStringLiteral("gbscope"));
    QCoreApplication::setApplicationVersion(QStringLiteral(GBSCOPE_VERSION));
}

/// The windows of this program, and what they share.
class Program : public QObject
{
public:
    explicit Program(const Arguments &arguments)
        : m_settings(arguments.settings)
    {
        onTermination(this, [] { // ahead of the record, and of its lock
            ServerGuard::askNothingMore();
            QApplication::closeAllWindows();
        });
        m_settings.useForNow(arguments.language, arguments.theme);
        beginLooks(m_settings.preferences());
        m_languages.use(m_settings.language());
        applyTheme(m_settings.theme());
        if (arguments.files.isEmpty())
            openLive(arguments);
        else
            open(arguments.files);
    }

private:
    void open(const QStringList &files)
    {
        show(new MainWindow(m_settings, m_languages, std::make_unique<FileSession>(files, m_settings.heartbeat())));
    }

    void openLive(const Arguments &arguments)
    {
        QStringList problems, removed;
        const QString folder = recordFolder(&problems, &removed);
        const QStringList unfinished = sessionfolder::unfinished(folder);
        const HeartbeatPolicy policy = arguments.demo ? HeartbeatPolicy{DemoFleet::interval, 3}
                                                      : m_settings.heartbeat();
        auto *window = new MainWindow(m_settings, m_languages,
            std::make_unique<LiveSession>(
                LiveOptions{.policy = policy, .keep = limits(), .cameras = arguments.demo}, folder, arguments.session));
        if (arguments.demo)
            window->setPolicy(policy); // of the virtual cameras; what the user sets for real ones stays
        show(window);
        for (const Problem &one : arguments.problems)
            problems << one.words();
        problems += m_settings.problems();
        window->tellProblems(problems);
        for (const QString &one : problems)
            std::fprintf(stderr, "gbscope: %s\n", qPrintable(one));
        window->offer(unfinished, removed);
        if (!arguments.problems.isEmpty())
            return; // what was wanted is not known
        if (arguments.demo) {
            ServerConfig config;
            config.address = QHostAddress(QHostAddress::LocalHost);
            config.port = 0; // the usual one may be taken by a console that works
            config.password = QStringLiteral("12345678");
            config.keepBindings = false; // virtual cameras begin anew
            window->listenOnce(config);
        } else if (arguments.server) {
            window->listenOnce(*arguments.server);
        } else if (ListenChoice choice = m_settings.choice(); !arguments.capture.isEmpty() || arguments.hep) {
            choice.role = arguments.hep ? ListenChoice::Role::Hep : ListenChoice::Role::Capture;
            choice.interface = arguments.capture;
            choice.hep = arguments.hep.value_or(choice.hep);
            window->startOnce(choice);
        } else if (m_settings.startsByItself()) {
            window->start(choice);
        }
    }

    sessionfolder::Limits limits() const
    {
        const Preferences all = m_settings.preferences();
        return {all.keepDays, all.keepMegabytes};
    }

    /// That of the preferences where it can be written to; what is over their limits is removed.
    QString recordFolder(QStringList *problems, QStringList *removed) const
    {
        const Preferences all = m_settings.preferences();
        QString folder = m_settings.sessionFolder();
        if (!all.recordFolder.isEmpty() && (!QDir().mkpath(folder) || !QFileInfo(folder).isWritable())) {
            const QString usual = AppSettings::usualSessionFolder();
            problems->append(QCoreApplication::translate("arguments",
                "The record folder %1 cannot be written to. This session is recorded into %2. Choose another folder "
                "in the preferences (menu View).")
                                 .arg(QDir::toNativeSeparators(folder), QDir::toNativeSeparators(usual)));
            folder = usual;
        }
        *removed = sessionfolder::tidy(folder, limits(), SystemClock().wall());
        return folder;
    }

    void show(MainWindow *window)
    {
        window->setAttribute(Qt::WA_DeleteOnClose);
        connect(window, &MainWindow::openRequested, this, &Program::open);
        window->show();
    }

    AppSettings m_settings;
    Languages m_languages;
};

} // namespace

int main(int argc, char *argv[])
{
    pipes::holdStandardStreams();
    Arguments arguments;
    const std::vector<char *> forQt = argumentsForQt(argc, argv);
    {
        // Read without a display, and before Qt takes "--session" for its own "-session"
        QCoreApplication reader(argc, argv);
        nameProgram();
        arguments = readArguments(withoutQtArguments(QCoreApplication::arguments()));
    }
    if (arguments.picture && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    std::vector<char *> qtArguments = forQt; // QApplication takes away what it has read
    qtArguments.push_back(nullptr);
    int count = static_cast<int>(forQt.size());
    QApplication app(count, qtArguments.data());
    socketcare::speakDirectly();
    nameProgram();
    QApplication::setDesktopFileName(QStringLiteral("gbscope"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/gbscope.svg")));
    if (arguments.picture) {
        const AppSettings settings(arguments.settings);
        Languages languages;
        languages.use(arguments.language.isEmpty() ? settings.language() : arguments.language);
        return arguments.picture->run(arguments.files);
    }
    Program program(arguments);
    return QApplication::exec();
}
