#pragma once
#include "app/argumentcheck.h"
#include "app/cli/commandline.h"

#include <QList>
#include <QStringList>

class QCommandLineParser;

/// What several commands read in the same way. Empty on success; else what is wrong, fit for a terminal.
namespace gb::cli {

/// All of --help.
QString usageText();
/// What is wrong with the arguments.
Usage wrong(const QString &what);
/// How this command is used; of one that there is not, all of them.
QString usageOf(const QString &command);

/// Takes the options in. QCommandLineParser prints and exits by itself otherwise.
QString read(QCommandLineParser &parser, const QList<OptionKind> &options, const QStringList &arguments);
QString readPolicy(const QCommandLineParser &parser, HeartbeatPolicy &policy);
QString readCandidates(const QCommandLineParser &parser, QList<QByteArray> &candidates);
/// A line for each that is wrong in the file.
QString readExpected(const QCommandLineParser &parser, std::optional<QList<ExpectedDevice>> &expected);
/// Of --filter and --filter-scope: a place in the text stands under it.
QString readFilter(const QCommandLineParser &parser, WantedMessages &wanted);
QString readLanguage(const QCommandLineParser &parser, QString &language);

/// Options that serve, capture and ask share, and what they say.
QList<OptionKind> commonOptions();
QString readCommon(const QCommandLineParser &parser, ServeCommand &command);
/// Options of a server.
QList<OptionKind> serverOptions();

} // namespace gb::cli
